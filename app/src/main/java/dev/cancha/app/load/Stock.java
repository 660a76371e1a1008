package dev.cancha.app.load;

import dev.cancha.common.CompositionRoot;
import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import dev.cancha.common.wire.MessageCodec;
import dev.cancha.server.bots.BotLimits;
import dev.cancha.server.bots.Bots;
import dev.cancha.server.foreign.ForeignLoops;
import dev.cancha.server.host.Absences;
import dev.cancha.server.host.Delivery;
import dev.cancha.server.host.Durabilities;
import dev.cancha.server.host.Durability;
import dev.cancha.server.host.Entropy;
import dev.cancha.server.host.Entry;
import dev.cancha.server.host.Identity;
import dev.cancha.server.host.Link;
import dev.cancha.server.host.Passwords;
import dev.cancha.server.host.Places;
import dev.cancha.server.host.RoomHost;
import dev.cancha.server.host.RoomLimits;
import dev.cancha.server.host.RoomPorts;
import dev.cancha.server.host.Steps;
import dev.cancha.server.host.Ticks;
import dev.cancha.server.journal.Commits;
import dev.cancha.server.journal.Unusable;
import dev.cancha.server.journal.sqlite.Connections;
import dev.cancha.server.journal.sqlite.NativeLibrary;
import dev.cancha.server.journal.sqlite.SqliteJournal;
import dev.cancha.server.journal.sqlite.SqlitePorts;
import dev.cancha.server.lobby.RoomDirectory;
import dev.cancha.server.room.RoomConfig;
import dev.cancha.server.room.SessionId;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Fills a journal with rooms of two in the midst of a match, by the rooms and the journal of a server, but without
 * connections. What a room does next is in another commit than what it did before, as when people play: so its records
 * lie as far apart in the file as those of a real server. Owner: the thread of the command, but for what runs on the
 * rooms' loop.
 */
@CompositionRoot("makes the loop, threads, chance and clocks of rooms, and waits on the command's thread")
final class Stock {
  private static final long PATIENCE_SECONDS = 600;
  private static final int SEATS = 2;

  private final EventLoop loop;
  private final SqliteJournal journal;
  private final Entropy entropy = new SecureRandom()::nextBytes;
  private final RoomPorts ports;
  private final List<Table> tables = new ArrayList<>();
  private @Nullable String refusal;

  private Stock(EventLoop loop, SqliteJournal journal) {
    this.loop = loop;
    this.journal = journal;
    Passwords none = new Passwords(Runnable::run, entropy, 1_000);
    ports = new RoomPorts(journal, entropy, InstantSource.system(), none, MessageCodec.shared(),
        new RoomDirectory(entropy), new Nowhere(), Steps.PLAIN, Ticks.UNHEARD, Durabilities.standard(),
        new Absences(), new Bots(List.of(), Runnable::run, BotLimits.standard()), ForeignLoops.none());
  }

  /** One room with its two players. */
  private record Table(RoomHost host, List<Guest> guests) {}

  private record Guest(Identity identity, Link link) {}

  /** Writes {@code rooms} rooms of {@code acts} acts into the journal in {@code folder}, which has none yet. */
  static void fill(Path folder, int rooms, int acts) {
    ExecutorService writer = Executors
        .newSingleThreadExecutor(Thread.ofPlatform().name("cancha-journal").daemon().factory());
    try (Ground ground = Ground.open()) {
      NativeLibrary.unpackInto(folder.resolve("native"));
      SqliteJournal journal = SqliteJournal.open(folder.resolve("journal.db"),
          new SqlitePorts(writer, System::nanoTime, Commits.UNHEARD, Connections.standard()));
      try {
        new Stock(ground.loop(), journal).play(rooms, acts);
      } finally {
        await(journal.stop());
      }
    } catch (IOException | Unusable e) {
      throw new LoadError("The rooms could not be written: " + e.getMessage() + ".");
    } finally {
      writer.shutdown();
    }
  }

  private void play(int rooms, int acts) {
    wave(() -> {
      for (int i = 0; i < rooms; i++) {
        tables.add(open());
      }
    });
    Entry anySeat = new Entry(null, null, false, null, null, false);
    for (int seat = 0; seat < SEATS; seat++) {
      each(seat, (host, guest) -> host.enter(guest.identity(), guest.link(), anySeat));
    }
    for (int seat = 0; seat < SEATS; seat++) {
      each(seat, asks(new ClientMessage.Ready(null, null)));
    }
    for (int act = 0; act < acts; act++) {
      int seat = act % SEATS;
      Json action = Json.ofChecked("{\"column\":" + Script.next(act, seat) + "}");
      each(seat, asks(new ClientMessage.Act((long) act / SEATS + 1, action, null)));
    }
  }

  private Table open() {
    ConnectFour game = new ConnectFour();
    RoomConfig config = new RoomConfig("", SEATS, game.info().types().options(), Settings.NONE,
        Visibility.PUBLIC, null, false);
    RoomHost host = new RoomHost(
        new RoomHost.Opening(game, config, RoomLimits.standard(), Durability.DURABLE), loop, ports);
    List<Guest> guests = new ArrayList<>();
    for (int seat = 0; seat < SEATS; seat++) {
      Identity who = new Identity(new SessionId(entropy.id()), entropy.id(), "Load " + seat);
      guests.add(new Guest(who, new Ear()));
    }
    return new Table(host, guests);
  }

  private static BiConsumer<RoomHost, Guest> asks(ClientMessage message) {
    return (host, guest) -> host.request(guest.identity().session(), guest.link(), message);
  }

  private void each(int seat, BiConsumer<RoomHost, Guest> task) {
    wave(() -> tables.forEach(table -> task.accept(table.host(), table.guests().get(seat))));
  }

  /** Lets all rooms do one thing, and waits until that is on disk. */
  private void wave(Runnable task) {
    await(CompletableFuture.runAsync(task, loop));
    await(journal.rooms()); // answered behind all that was appended
    await(CompletableFuture.runAsync(() -> {
      if (refusal != null) {
        throw new LoadError("A room refused what it was asked: " + refusal + ".");
      }
    }, loop));
  }

  private static <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof LoadError error ? error
          : new LoadError("The rooms could not be written: " + e.getCause() + ".");
    } catch (TimeoutException e) {
      throw new LoadError("The disk took more than " + PATIENCE_SECONDS + " s.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoadError("The trial was interrupted.");
    }
  }

  /** The connection of one who looks at nothing, but hears when something is wrong. */
  private final class Ear implements Link {
    @Override
    public EventLoop loop() {
      return loop;
    }

    @Override
    public boolean gone() {
      return false;
    }

    @Override
    public void deliver(Delivery delivery) {
      if (delivery instanceof Delivery.Refusal refused) {
        refusal = refused.message();
      }
    }

    @Override
    public void flush() {
      // nothing leaves here
    }
  }

  /** There are no sessions that could look for their rooms. */
  private static final class Nowhere implements Places {
    @Override
    public void entered(SessionId session, RoomHost host) {
      // see above
    }

    @Override
    public void returned(Identity who, RoomHost host) {
      // see above
    }

    @Override
    public void left(SessionId session, RoomHost host, LeftReason reason) {
      // see above
    }

    @Override
    public void lost(EventLoop loop, String message) {
      // see above
    }
  }
}
