package dev.cancha.server.host;

/** Told of every tick of every room, on the room's event loop. */
@FunctionalInterface
public interface Ticks {
  /** Nobody asks. */
  Ticks UNHEARD = _ -> {};

  /**
   * A room takes a tick now.
   *
   * @param lateNanos how long ago it was due, in room time: of a loop that was away for long, only what the room makes
   *     up for
   */
  void taken(long lateNanos);
}
