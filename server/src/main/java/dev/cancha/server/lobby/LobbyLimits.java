package dev.cancha.server.lobby;

import dev.cancha.server.limits.Bounds;
import java.time.Duration;

/**
 * How many rooms there may be, and what the list of them costs. Immutable; the values of {@link #standard()} are
 * those of the packaged configuration.
 *
 * @param maxRooms open at once, 1 to 100,000: the 810,000 public codes stay sparse, so a free one is drawn at once;
 *     one more is refused with {@code serverFull}
 * @param listedRooms in one {@code rooms}, newest first, 1 to 500 (the protocol's most)
 * @param watchInterval between two {@code rooms} to one that watches, 1 s (the protocol's least) to 60 s
 */
public record LobbyLimits(int maxRooms, int listedRooms, Duration watchInterval) {
  public LobbyLimits {
    Bounds.check("maxRooms", maxRooms, 1, 100_000);
    Bounds.check("listedRooms", listedRooms, 1, 500);
    Bounds.check("watchInterval", watchInterval, Duration.ofSeconds(1), Duration.ofSeconds(60));
  }

  /** The packaged values. */
  public static LobbyLimits standard() {
    return new LobbyLimits(10_000, 500, Duration.ofSeconds(1));
  }
}
