package dev.cancha.server.limits;

import java.time.Duration;

/** The checks of limits' constructors. Each names the component, its value, and both bounds, which are included. */
public final class Bounds {
  private Bounds() {}

  public static void check(String component, int value, int min, int max) {
    if (value < min || value > max) {
      throw new OutOfBounds(component, component + " is " + value + ", but must be " + min + " to " + max);
    }
  }

  public static void check(String component, Duration value, Duration min, Duration max) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new OutOfBounds(component,
          component + " is " + text(value) + ", but must be " + text(min) + " to " + text(max));
    }
  }

  /** A relation between two components: {@code sentence} says how they are and how they must be. */
  public static void require(boolean holds, String component, String sentence) {
    if (!holds) {
      throw new OutOfBounds(component, sentence);
    }
  }

  /** A duration as the configuration file writes it, in the largest unit that needs no fraction. */
  public static String text(Duration duration) {
    if (duration.toNanosPart() % 1_000_000 != 0) {
      return duration.toSeconds() == 0 ? duration.toNanos() + " ns" : duration.toString();
    }
    long millis = duration.toMillis();
    if (millis % 1_000 != 0) {
      return millis + " ms";
    }
    long seconds = millis / 1_000;
    if (seconds % 60 != 0 || seconds == 0) {
      return seconds + " s";
    }
    return seconds % 3_600 != 0 ? seconds / 60 + " min" : seconds / 3_600 + " h";
  }
}
