package dev.cancha.server.net;

import dev.cancha.server.limits.Bounds;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What connections may cost. Immutable; the values of {@link #standard()} are those of the packaged configuration.
 *
 * @param maxConnections open at once, 1 to 1,000,000; one more is told {@code serverFull}
 * @param maxConnectionsPerAddress open at once from one IP address, 1 to 1,000,000; loopback is exempt
 * @param helloTimeout from connecting to a complete {@code hello}, 10 s (which the protocol grants) to 60 s
 * @param idleTimeout after which a connection that sent nothing is lost, 25 s (which the protocol grants) to 10 min
 * @param writeLowWaterBytes below which reading goes on again, 1 byte to less than {@code writeHighWaterBytes}
 * @param writeHighWaterBytes of unsent answers, at which reading stops, 256 KiB (as the protocol says) to 64 MiB
 * @param closeLinger how long a closing server reads on so that a reset destroys nothing, 100 ms to 10 s
 * @param maxHttpHeaderBytes of a request line and of all headers together, 1 KiB to 64 KiB
 * @param origins from which browsers may open a WebSocket, beside the server's own: {@code scheme://host[:port]} in
 *     lower case as browsers send it, or {@code *} for any; at most 100
 * @param trustedProxies who may say for whom they ask: IP addresses, and networks as {@code 10.0.0.0/8}; at most 100
 * @param pathPrefix below which a proxy puts this server, such as {@code /cancha}; empty for none
 */
public record NetLimits(int maxConnections, int maxConnectionsPerAddress, Duration helloTimeout,
    Duration idleTimeout, int writeLowWaterBytes, int writeHighWaterBytes, Duration closeLinger,
    int maxHttpHeaderBytes, List<String> origins, List<String> trustedProxies, String pathPrefix) {
  /** What a browser sends as {@code Origin}: no path, no user, no upper case. */
  private static final Pattern ORIGIN = Pattern
      .compile("\\*|https?://([a-z0-9.-]{1,253}|\\[[0-9a-f:]{2,45}])(:[1-9][0-9]{0,4})?");

  public NetLimits {
    origins = List.copyOf(origins);
    trustedProxies = List.copyOf(trustedProxies);
    Bounds.check("maxConnections", maxConnections, 1, 1_000_000);
    Bounds.check("maxConnectionsPerAddress", maxConnectionsPerAddress, 1, 1_000_000);
    Bounds.check("helloTimeout", helloTimeout, Duration.ofSeconds(10), Duration.ofSeconds(60));
    Bounds.check("idleTimeout", idleTimeout, Duration.ofSeconds(25), Duration.ofMinutes(10));
    Bounds.check("writeHighWaterBytes", writeHighWaterBytes, 256 * 1024, 64 * 1024 * 1024);
    Bounds.check("writeLowWaterBytes", writeLowWaterBytes, 1, writeHighWaterBytes - 1);
    Bounds.check("closeLinger", closeLinger, Duration.ofMillis(100), Duration.ofSeconds(10));
    Bounds.check("maxHttpHeaderBytes", maxHttpHeaderBytes, 1024, 64 * 1024);
    Bounds.check("origins", origins.size(), 0, 100);
    for (String origin : origins) {
      Bounds.require(ORIGIN.matcher(origin).matches(), "origins", "origins has '" + origin
          + "', but must have origins as browsers send them, such as 'https://example.org:8443', or '*'");
    }
    new Proxies(trustedProxies, pathPrefix); // which checks them
  }

  /** The packaged values. */
  public static NetLimits standard() {
    return new NetLimits(20_000, 64, Duration.ofSeconds(10), Duration.ofSeconds(25), 64 * 1024, 256 * 1024,
        Duration.ofSeconds(1), 8 * 1024, List.of(), List.of(), "");
  }
}
