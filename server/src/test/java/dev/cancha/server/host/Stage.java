package dev.cancha.server.host;

import dev.cancha.server.bots.BotLimits;
import dev.cancha.server.bots.Bots;
import dev.cancha.server.foreign.ForeignLoops;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.cancha.common.game.Game;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import dev.cancha.common.patch.Document;
import dev.cancha.common.patch.MergePatch;
import dev.cancha.common.wire.MessageCodec;
import dev.cancha.server.room.Person;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomConfig;
import dev.cancha.server.room.RoomDocument;
import dev.cancha.server.room.RoomRules;
import dev.cancha.server.room.RoomState;
import dev.cancha.server.room.SessionId;
import io.netty.channel.EventLoop;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.LoggerFactory;

/** A room in its shell, with all that is around it in the test's hand. Owner: the test's thread. */
final class Stage {
  static final MessageCodec CODEC = new MessageCodec();
  /** The room's first code; the next are CODE2 and so on. */
  static final String CODE = "CODE1";
  static final RoomLimits LIMITS = RoomLimits.standard();
  private static final JsonType<RoomDocument> DOCUMENTS = JsonType.of(RoomDocument.class);

  final TestLoops loops = new TestLoops();
  final TestLoop loop = loops.open();
  final TestJournal journal;
  final Bench bench = new Bench();
  /** What the lobby was told, and where sessions are. */
  final List<String> lobby = new ArrayList<>();
  final Map<String, String> places = new LinkedHashMap<>();
  final RoomHost host;
  private final List<Guest> guests = new ArrayList<>();
  private int codes;
  private int drawn;

  Stage(Game<?, ?> game) {
    this(game, Settings.NONE, false);
  }

  Stage(Game<?, ?> game, Settings settings, boolean permanent) {
    RoomConfig config = new RoomConfig("", game.info().seats().max(), game.info().types().options(), settings,
        Visibility.PUBLIC, null, permanent);
    Room<?, ?> room = new Room<>(game, new RoomRules(LIMITS.lobbyGrace().toMillis(), LIMITS.maxSpectators()));
    journal = new TestJournal(room, room.open(config.with(Visibility.PUBLIC, CODE)));
    Entropy entropy = bytes -> ByteBuffer.wrap(bytes).putInt(++drawn);
    RoomPorts ports = new RoomPorts(journal, entropy, InstantSource.fixed(Instant.ofEpochMilli(1_000)),
        new Passwords(bench, entropy, 1_000), CODEC, listing(), places(), Steps.PLAIN, Ticks.UNHEARD,
        Durabilities.standard(), new Absences(),
        new Bots(List.of(game), bench, BotLimits.standard()), ForeignLoops.none());
    RoomHost[] opened = new RoomHost[1];
    loops.as(loop,
        () -> opened[0] = new RoomHost(new RoomHost.Opening(game, config, LIMITS, Durability.DURABLE), loop,
            ports));
    host = opened[0];
  }

  /** Work that is done when the test says so, and refused when it says that. */
  static final class Bench implements Executor {
    private final Deque<Runnable> work = new ArrayDeque<>();
    boolean full;

    @Override
    public void execute(Runnable task) {
      if (full) {
        throw new RejectedExecutionException("the bench is full");
      }
      work.add(task);
    }

    int waiting() {
      return work.size();
    }

    void work() {
      while (!work.isEmpty()) {
        work.removeFirst().run();
      }
    }
  }

  /** Whether the room's errors, which a test may mean to happen, are written to the log. */
  static void logged(boolean errors) {
    ((Logger) LoggerFactory.getLogger(RoomHost.class)).setLevel(errors ? null : Level.OFF);
  }

  private Listing listing() {
    return new Listing() {
      @Override
      public String reserve(RoomHost room, Visibility visibility) {
        codes++;
        lobby.add("reserve CODE" + codes);
        return "CODE" + codes;
      }

      @Override
      public boolean claim(RoomHost room, String code) {
        lobby.add("claim " + code);
        return true;
      }

      @Override
      public void release(String code) {
        lobby.add("release " + code);
      }

      @Override
      public void changed(RoomHost room) {
        assertThat(room.row().entry().taken()).as("what the list shows is durable")
            .isEqualTo(journal.durable.roster().seats().size());
        lobby.add("changed " + room.row().entry().phase() + " " + room.row().entry().taken());
      }

      @Override
      public void closed(RoomHost room) {
        lobby.add("closed");
      }

      @Override
      public void lost(RoomHost room) {
        lobby.add("lost");
      }
    };
  }

  private Places places() {
    return new Places() {
      @Override
      public void entered(SessionId session, RoomHost room) {
        places.put(session.text(), "here");
      }

      @Override
      public void returned(Identity who, RoomHost room) {
        places.put(who.session().text(), "back");
      }

      @Override
      public void left(SessionId session, RoomHost room, LeftReason reason) {
        places.put(session.text(), reason.name());
      }

      @Override
      public void lost(EventLoop lost, String message) {
        places.replaceAll((session, place) -> "lost");
      }
    };
  }

  /** A connection of {@code name}, on the room's own loop. */
  Guest guest(String name) {
    return guest(name, loop);
  }

  Guest guest(String name, TestLoop its) {
    Guest guest = new Guest(this, new Identity(new SessionId(name), "p-" + name, name), its);
    guests.add(guest);
    return guest;
  }

  /** The other connections of its session are on their way out, as their sessions know already. */
  void superseded(Guest by) {
    guests.stream()
        .filter(guest -> guest != by && guest.identity.equals(by.identity))
        .forEach(guest -> guest.gone = true);
  }

  /** Comes in, and forgets what it heard so far. */
  Guest enters(String name) {
    Guest guest = guest(name).enter();
    guests.forEach(Guest::heard);
    return guest;
  }

  Guest watches(String name) {
    Guest guest = guest(name).watch();
    guests.forEach(Guest::heard);
    return guest;
  }

  void quiet() {
    guests.forEach(Guest::heard);
  }

  /** From now on the journal is late. */
  Stage late() {
    journal.immediate = false;
    return this;
  }

  void durable(int count) {
    loops.as(loop, () -> journal.durable(count));
    loops.run();
  }

  void fail() {
    loops.as(loop, journal::fail);
    loops.run();
  }

  void work() {
    bench.work();
    loops.run();
  }

  void after(long millis) {
    loops.advance(millis);
  }

  /** Every request has its one answer, and everyone has the document that is stored, with their own part. */
  void settled() {
    loops.run();
    RoomState stored = journal.durable;
    for (Guest guest : guests) {
      assertThat(guest.open).as("requests of " + guest.identity.name() + " without an answer").isZero();
      assertThat(guest.flushed).as("all was flushed to " + guest.identity.name()).isTrue();
      Person person = stored.roster().person(guest.identity.session());
      if (guest.doc != null && !guest.gone) {
        assertThat(person).as(guest.identity.name() + " is in the room that is stored").isNotNull();
        assertThat(guest.rev).as("revision of " + guest.identity.name()).isEqualTo(stored.rev());
        assertThat(guest.doc).as("document of " + guest.identity.name())
            .isEqualTo(Document.of(MergePatch.with(DOCUMENTS.write(stored.shown().document()), "me", null,
                stored.shown().me(person.seat()))));
      }
    }
  }
}
