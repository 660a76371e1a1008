package dev.cancha.server;

import dev.cancha.server.bots.BotLimits;
import dev.cancha.server.bots.ProgramLimits;
import dev.cancha.server.host.Durabilities;
import dev.cancha.server.host.RoomLimits;
import dev.cancha.server.limits.Bounds;
import dev.cancha.server.lobby.LobbyLimits;
import dev.cancha.server.net.NetLimits;
import dev.cancha.server.session.SessionLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a server is configured. One component for each section of {@code config/cancha.conf}, and in each section one
 * component for each key, under the same names. Immutable.
 */
public record ServerConfig(Server server, Discovery discovery, NetLimits net, SessionLimits session,
    LobbyLimits lobby,
    RoomLimits room, Games games, Durabilities durability, BotLimits bots, ProgramLimits programs,
    Passwords passwords, History history, Metrics metrics) {

  /**
   * Who and where the server is.
   *
   * @param name shown to players, 1 to 40 characters
   * @param bind the local address to listen on, an IP address or a host name
   * @param port the TCP port, 0 to 65535; 0 takes any free one
   * @param drainTimeout how long a stopping server waits for what it still has to send, 100 ms to 8 s; the
   *     end takes up to 2 s more, so that the process is gone within 10 s
   */
  public record Server(String name, String bind, int port, Duration drainTimeout) {
    public Server {
      Bounds.require(!name.isBlank() && name.codePointCount(0, name.length()) <= 40
          && name.codePoints().noneMatch(Character::isISOControl), "name",
          "name must have 1 to 40 characters, and no control characters");
      Bounds.require(!bind.isBlank(), "bind", "bind is empty, but must be an address such as 0.0.0.0");
      Bounds.check("port", port, 0, 65_535);
      Bounds.check("drainTimeout", drainTimeout, Duration.ofMillis(100), Duration.ofSeconds(8));
    }
  }

  /**
   * How others in the networks of this machine find the server.
   *
   * @param enabled whether they do; never a server that is bound to this machine alone
   * @param interval between two announcements of the beacon, 1 s to 10 min
   * @param mdns whether also by mDNS
   */
  public record Discovery(boolean enabled, Duration interval, boolean mdns) {
    public Discovery {
      Bounds.check("interval", interval, Duration.ofSeconds(1), Duration.ofMinutes(10));
    }
  }

  /**
   * Games from outside.
   *
   * @param folder where jars with games are, from where the server was started; empty for none
   */
  public record Games(String folder) {}

  /**
   * What hashing the passwords of rooms costs.
   *
   * @param iterations rounds of PBKDF2, 1,000 to 10,000,000
   * @param threads that hash beside the event loops, 1 to 16
   */
  public record Passwords(int iterations, int threads) {
    public Passwords {
      Bounds.check("iterations", iterations, 1_000, 10_000_000);
      Bounds.check("threads", threads, 1, 16);
    }
  }

  /**
   * Which finished matches are kept.
   *
   * @param keepDays for how long, 1 to 36,500 days
   * @param keepMatches how many at most, the newest, 0 to 10,000,000
   */
  public record History(int keepDays, int keepMatches) {
    public History {
      Bounds.check("keepDays", keepDays, 1, 36_500);
      Bounds.check("keepMatches", keepMatches, 0, 10_000_000);
    }
  }

  /**
   * The metrics.
   *
   * @param allow who may look: {@code local}, this machine alone, or {@code all}
   */
  public record Metrics(String allow) {
    public Metrics {
      Bounds.require(allow.equals("local") || allow.equals("all"), "allow",
          "allow is " + allow + ", but must be local or all");
    }
  }

  /** The packaged defaults alone. */
  public static ServerConfig packaged() {
    return read(null, List.of());
  }

  /**
   * The packaged defaults, changed by {@code file}, changed by {@code sets}.
   *
   * @param file a HOCON file with any of the packaged keys, or null
   * @param sets {@code key=value} each; a later one wins
   * @throws ConfigError if the file cannot be read, a key is unknown, or a value is wrong
   */
  public static ServerConfig read(@Nullable Path file, List<String> sets) {
    return new ConfigReader(ConfigSource.merged(file, sets)).read();
  }

  /** The same but for the port, for one who tries several. */
  public ServerConfig withPort(int port) {
    return new ServerConfig(new Server(server.name, server.bind, port, server.drainTimeout), discovery, net,
        session,
        lobby,
        room, games, durability, bots, programs, passwords, history, metrics);
  }
}
