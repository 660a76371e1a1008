package dev.cancha.app.load;

import java.nio.file.Path;
import java.util.List;

/**
 * A server of a league's own, in a process of its own that ends with this one. It keeps nothing: its matches are the
 * league's to keep.
 */
public final class LeagueServer implements AutoCloseable {
  /** The first argument of its process, which reads a key from its standard input before all else. */
  public static final String NAME = "league";

  private final ServerProcess process;

  private LeagueServer(ServerProcess process) {
    this.process = process;
  }

  /**
   * Starts one, and waits until it is there.
   *
   * @param key the server is told it, and draws by it
   * @throws LoadError where there can be none
   */
  public static LeagueServer start(String key, Path scratch) {
    return new LeagueServer(ServerProcess.league(new Placement(null, List.of(), scratch), key));
  }

  public int port() {
    return process.port();
  }

  @Override
  public void close() {
    process.close();
  }
}
