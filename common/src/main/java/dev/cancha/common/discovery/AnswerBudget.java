package dev.cancha.common.discovery;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How many answers are given: so many a second in all, and so many to one address. Owner: the beacon's event loop. */
final class AnswerBudget {
  /** A search asks on each interface in two ways, some times a second at first. */
  static final int PER_ADDRESS = 20;
  /** More than a class of thirty that begins at once; 240,000 bytes a second at the very most. */
  static final int IN_ALL = 200;
  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Map<InetAddress, Integer> given = new HashMap<>();
  private long windowNanos;
  private int all;

  AnswerBudget(long nowNanos) {
    windowNanos = nowNanos;
  }

  /** Whether {@code address} may have one more; the table is empty again after each second, so it stays small. */
  boolean take(InetAddress address, long nowNanos) {
    if (nowNanos - windowNanos >= WINDOW_NANOS) {
      windowNanos = nowNanos;
      given.clear();
      all = 0;
    }
    if (all >= IN_ALL || given.getOrDefault(address, 0) >= PER_ADDRESS) {
      return false;
    }
    all++;
    given.merge(address, 1, Integer::sum);
    return true;
  }
}
