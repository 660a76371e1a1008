package dev.cancha.app.league;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them, the same in every language of the machine. */
final class Figures {
  private Figures() {}

  static String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** With at most one digit after the point. */
  static String points(double value) {
    return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.1f", value);
  }

  /** Elo with its sign, and nought without one. */
  static String elo(double value) {
    long rounded = Math.round(value);
    return rounded == 0 ? "0" : String.format(Locale.ROOT, "%+,d", rounded).replace('-', '\u2212');
  }

  static String elo(@Nullable Double low, @Nullable Double high) {
    return low == null || high == null ? "open" : elo(low) + " to " + elo(high);
  }

  /** Of a moment in ISO 8601 its minute, as {@code 2026-11-27 01:00 UTC}; anything else as it is. */
  static String minute(String moment) {
    return moment.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*Z")
        ? moment.substring(0, 16).replace('T', ' ') + " UTC"
        : moment;
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
