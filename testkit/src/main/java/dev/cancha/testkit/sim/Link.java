package dev.cancha.testkit.sim;

import org.jspecify.annotations.Nullable;

/** The way from one machine to another, in that direction. Owner: the world's thread. */
final class Link {
  static final long FOREVER = Long.MAX_VALUE;

  private final SimNet net;
  private final Host to;
  private @Nullable LinkConditions conditions;
  private long blockedUntil;

  Link(SimNet net, Host to) {
    this.net = net;
    this.to = to;
  }

  LinkConditions conditions() {
    return conditions == null ? net.conditions() : conditions;
  }

  /** Null: as everywhere. */
  void conditions(@Nullable LinkConditions changed) {
    conditions = changed;
  }

  void block(long until) {
    blockedUntil = until;
  }

  /** Until when nothing arrives. */
  long blockedUntil() {
    return to.off() ? FOREVER : blockedUntil;
  }
}
