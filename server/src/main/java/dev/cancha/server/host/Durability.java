package dev.cancha.server.host;

/** When a room may show what it decided. The operator's choice for each game, and fixed for a room's whole life. */
public enum Durability {
  /** When it is on disk: whatever anyone was shown survives everything. */
  DURABLE,
  /** At once, but never more than a second of play before it is on disk. */
  RELAXED,
  /** At once, and nothing is stored: the room ends with its process. */
  OFF
}
