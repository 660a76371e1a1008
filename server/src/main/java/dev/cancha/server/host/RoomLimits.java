package dev.cancha.server.host;

import dev.cancha.server.limits.Bounds;
import java.time.Duration;

/**
 * What one room keeps, and for how long. Immutable; the values of {@link #standard()} are those of the packaged
 * configuration. None can be set below what the protocol promises to clients.
 *
 * @param keptChat messages of chat that a newcomer is shown, 50 to 500
 * @param resumeRevisions kept for those who reconnect, 64 to 4,096
 * @param resumeBytes that the kept revisions may fill together, 16 KiB to 1 MiB
 * @param maxSpectators at once, 1 to 10,000; one more is refused with {@code roomFull}
 * @param lobbyGrace how long a place is held outside a match after its connection is lost, 120 s to 24 h
 * @param spectatorsInterval between two {@code spectators} to a room, 1 s (the protocol's least) to 60 s
 */
public record RoomLimits(int keptChat, int resumeRevisions, int resumeBytes, int maxSpectators,
    Duration lobbyGrace, Duration spectatorsInterval) {
  public RoomLimits {
    Bounds.check("keptChat", keptChat, 50, 500);
    Bounds.check("resumeRevisions", resumeRevisions, 64, 4_096);
    Bounds.check("resumeBytes", resumeBytes, 16 * 1024, 1024 * 1024);
    Bounds.check("maxSpectators", maxSpectators, 1, 10_000);
    Bounds.check("lobbyGrace", lobbyGrace, Duration.ofMinutes(2), Duration.ofHours(24));
    Bounds.check("spectatorsInterval", spectatorsInterval, Duration.ofSeconds(1), Duration.ofSeconds(60));
  }

  /** The packaged values. */
  public static RoomLimits standard() {
    return new RoomLimits(50, 64, 16 * 1024, 500, Duration.ofSeconds(120), Duration.ofSeconds(1));
  }
}
