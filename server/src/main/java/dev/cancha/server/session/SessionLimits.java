package dev.cancha.server.session;

import dev.cancha.server.limits.Bounds;
import java.time.Duration;

/**
 * What one player may ask of the server. Immutable; the values of {@link #standard()} are those of the packaged
 * configuration. None can be set below what the protocol promises to clients.
 *
 * @param actsPerSecond that a session may send for long, 30 to 10,000
 * @param actBurst acts at once after a pause, {@code actsPerSecond} to 100,000
 * @param messagesPerSecond other messages that a session may send for long, 100 to 10,000
 * @param messageBurst other messages at once after a pause, 256 and {@code messagesPerSecond} to 100,000
 * @param floodTolerance how long a session may stay above its rates before {@code bye}, 10 s to 10 min
 * @param heartbeat between two pings of the server, 1 s to 12 s, so that two of them fit into the 25 s after which
 *     either side takes a silent connection for lost
 * @param roomInterval between two whole documents to one client, 10 ms to 200 ms
 * @param slowTimeout how long a client that is sent only whole documents may take to drain, 1 s to 10 min
 * @param maxSessions remembered at once, 1 to 1,000,000; one more is told {@code serverFull}
 * @param keepSession how long a session in no room is remembered without a connection, 1 min to 168 h
 * @param wrongGuessesPerMinute wrong codes and passwords of one session, 10 to 100
 * @param wrongGuessesPerMinutePerAddress wrong codes and passwords from one IP address, 100 to 10,000
 */
public record SessionLimits(int actsPerSecond, int actBurst, int messagesPerSecond, int messageBurst,
    Duration floodTolerance, Duration heartbeat, Duration roomInterval, Duration slowTimeout, int maxSessions,
    Duration keepSession, int wrongGuessesPerMinute, int wrongGuessesPerMinutePerAddress) {
  public SessionLimits {
    Bounds.check("actsPerSecond", actsPerSecond, 30, 10_000);
    Bounds.check("actBurst", actBurst, actsPerSecond, 100_000);
    Bounds.check("messagesPerSecond", messagesPerSecond, 100, 10_000);
    Bounds.check("messageBurst", messageBurst, Math.max(256, messagesPerSecond), 100_000);
    Bounds.check("floodTolerance", floodTolerance, Duration.ofSeconds(10), Duration.ofMinutes(10));
    Bounds.check("heartbeat", heartbeat, Duration.ofSeconds(1), Duration.ofSeconds(12));
    Bounds.check("roomInterval", roomInterval, Duration.ofMillis(10), Duration.ofMillis(200));
    Bounds.check("slowTimeout", slowTimeout, Duration.ofSeconds(1), Duration.ofMinutes(10));
    Bounds.check("maxSessions", maxSessions, 1, 1_000_000);
    Bounds.check("keepSession", keepSession, Duration.ofMinutes(1), Duration.ofDays(7));
    Bounds.check("wrongGuessesPerMinute", wrongGuessesPerMinute, 10, 100);
    Bounds.check("wrongGuessesPerMinutePerAddress", wrongGuessesPerMinutePerAddress, 100, 10_000);
  }

  /** The packaged values. */
  public static SessionLimits standard() {
    return new SessionLimits(30, 30, 100, 256, Duration.ofSeconds(10), Duration.ofSeconds(10),
        Duration.ofMillis(200), Duration.ofSeconds(10), 20_000, Duration.ofMinutes(10), 10, 100);
  }
}
