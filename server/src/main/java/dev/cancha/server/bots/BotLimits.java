package dev.cancha.server.bots;

import dev.cancha.server.limits.Bounds;
import java.time.Duration;

/**
 * How bots play. Immutable.
 *
 * @param threads that think, beside the event loops, 1 to 64
 * @param minDelay how long a bot of a turn-based game takes to act at least, 0 s to 1 min. The delay of each act is
 *     drawn before it is thought about, so that it tells nothing of what the bot holds
 * @param maxDelay and at most, {@code minDelay} to 1 min
 * @param patience who has not decided by then does the first thing that it may, {@code maxDelay} to 5 min
 */
public record BotLimits(int threads, Duration minDelay, Duration maxDelay, Duration patience) {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  public BotLimits {
    Bounds.check("threads", threads, 1, 64);
    Bounds.check("minDelay", minDelay, Duration.ZERO, LONGEST);
    Bounds.check("maxDelay", maxDelay, minDelay, LONGEST);
    Bounds.check("patience", patience, maxDelay, Duration.ofMinutes(5));
  }

  /** The packaged values. */
  public static BotLimits standard() {
    return new BotLimits(1, Duration.ofMillis(400), Duration.ofMillis(1_200), Duration.ofSeconds(10));
  }
}
