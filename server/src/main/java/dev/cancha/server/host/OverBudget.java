package dev.cancha.server.host;

import java.util.Locale;

/** The code of a foreign game took more of the processor's time in one go than a room may. */
final class OverBudget extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OverBudget(long nanos, long mostNanos) {
    super(String.format(Locale.ROOT, "it took %.1f s of a processor in one go, and may take %.1f s",
        nanos / 1e9, mostNanos / 1e9), null, false, false);
  }
}
