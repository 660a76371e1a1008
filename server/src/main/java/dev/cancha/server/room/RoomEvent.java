package dev.cancha.server.room;

/** What happens in a room beyond its game's own events. */
sealed interface RoomEvent {
  /** A match began; the SHA-256 of its seed, 64 hex digits, binds the server to it. */
  record Started(String seedHash) implements RoomEvent {}
}
