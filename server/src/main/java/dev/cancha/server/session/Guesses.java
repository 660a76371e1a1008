package dev.cancha.server.session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How often a wrong code or password was tried, by session or by address, in windows of a minute that open with
 * the first wrong one. Any thread may use it.
 */
public final class Guesses {
  private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);
  /** Above this many windows those that are over are thrown out. */
  private static final int MANY = 10_000;

  private final int most;
  private final Map<String, Window> windows = new ConcurrentHashMap<>();

  private record Window(long openedNanos, int wrong) {
    boolean over(long nowNanos) {
      return nowNanos - openedNanos >= WINDOW_NANOS;
    }
  }

  /** {@code most}: how many wrong ones a window takes. */
  Guesses(int most) {
    this.most = most;
  }

  boolean exhausted(String who, long nowNanos) {
    Window window = windows.get(who);
    return window != null && !window.over(nowNanos) && window.wrong() >= most;
  }

  void wrong(String who, long nowNanos) {
    if (windows.size() > MANY) {
      windows.values().removeIf(window -> window.over(nowNanos));
    }
    windows.merge(who, new Window(nowNanos, 1),
        (window, first) -> window.over(nowNanos) ? first
            : new Window(window.openedNanos(), window.wrong() + 1));
  }
}
