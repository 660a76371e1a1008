package dev.cancha.app.match;

import dev.cancha.app.load.LeagueServer;
import dev.cancha.client.GameClients;
import dev.cancha.common.CompositionRoot;
import dev.cancha.common.game.Game;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes where matches are played, and the server where one is needed: when the first thread asks for it. Any thread.
 */
final class Venues implements AutoCloseable {
  private final Game<?, ?> game;
  private final SeedKey key;
  private @Nullable LeagueServer server;
  private @Nullable GameClients clients;

  /** @param keys gives 128 random bits as 32 hex digits */
  Venues(Game<?, ?> game, Supplier<String> keys) {
    this.game = game;
    key = new SeedKey(keys.get());
  }

  @CompositionRoot("looks at the machine around")
  int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Within this process. */
  Venue memory() {
    return new MemoryVenue(Table.room(game));
  }

  /** At a server of the league's own. */
  synchronized Venue server() {
    LeagueServer its = server;
    GameClients all = clients;
    if (its == null || all == null) {
      its = LeagueServer.start(key.hex(), Path.of(System.getProperty("java.io.tmpdir")));
      all = GameClients.standalone();
      server = its;
      clients = all;
    }
    return new ServerVenue(new ServerVenue.Address(its.port(), key), all, Table.room(game));
  }

  @Override
  public synchronized void close() {
    if (clients != null) {
      clients.close();
    }
    if (server != null) {
      server.close();
    }
  }
}
