package dev.cancha.server.host;

/** Everything that wakes a room by itself. Owner: the room's event loop. */
final class Alarms {
  private static final long NEVER = Long.MAX_VALUE;

  private final RoomTime time;
  /** A clock has run out, or a grace is over. */
  private final Alarm deadline;
  private final Alarm tick;
  /** After a failed journal: the time to look again at who is connected. */
  private final Alarm reconciliation;

  Alarms(RoomTime time, Runnable deadline, Runnable tick, Runnable reconciliation) {
    this.time = time;
    this.deadline = new Alarm(time, deadline);
    this.tick = new Alarm(time, tick);
    this.reconciliation = new Alarm(time, reconciliation);
  }

  /**
   * Rings for what is due at {@code deadlineAt} and {@code tickAt}, in room time; a match that ticks looks at its
   * deadlines itself. Nothing rings while the journal has just failed, or a room whose next step cannot be stored would
   * spin: then this gives false.
   */
  boolean set(long deadlineAt, long tickAt) {
    boolean ticks = tickAt != NEVER;
    if (!ticks) {
      tick.cancel();
    }
    if (reconciliation.isSet()) {
      return false;
    }
    time.watched(ticks || deadlineAt != NEVER);
    if (ticks) {
      tick.by(tickAt);
    } else {
      deadline.by(deadlineAt);
    }
    return true;
  }

  /** Nothing rings before {@code reconcileAt}. */
  void pause(long reconcileAt) {
    deadline.cancel();
    tick.cancel();
    reconciliation.by(reconcileAt);
  }

  void cancel() {
    deadline.cancel();
    tick.cancel();
    reconciliation.cancel();
    time.watched(false);
  }
}
