package dev.cancha.app.match;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a program may take, which is written and told as here.
 *
 * @param first for its first answer in a match, for which it is started
 * @param next for each other one
 */
record Patience(Duration first, Duration next) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9}) ?(ms|s|min)");
  private static final Duration LEAST = Duration.ofMillis(10);
  private static final Duration MOST = Duration.ofMinutes(5);

  /** Reads {@code 500ms}, {@code 2s} or {@code 1min}. */
  static Duration parse(String option, String text) {
    Matcher found = FORM.matcher(text.strip());
    if (!found.matches()) {
      throw MatchError
          .asked("--patience is '" + text + "', but must be a number and its unit: 500ms, 2s or 1min.");
    }
    long number = Long.parseLong(found.group(1));
    Duration given = switch (found.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
    if (given.compareTo(LEAST) < 0 || given.compareTo(MOST) > 0) {
      throw MatchError.asked(option + " is " + text + ", but must be 10ms to 5min.");
    }
    return given;
  }

  static String told(Duration patience) {
    long millis = patience.toMillis();
    return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis + " ms";
  }
}
