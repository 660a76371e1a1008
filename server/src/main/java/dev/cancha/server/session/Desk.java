package dev.cancha.server.session;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ClientMessage.Create;
import dev.cancha.common.message.ClientMessage.Hello;
import dev.cancha.common.message.ClientMessage.Join;
import dev.cancha.common.message.ClientMessage.ListRooms;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.Protocol;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.message.ServerMessage.GameDescription;
import dev.cancha.common.message.ServerMessage.Player;
import dev.cancha.common.message.ServerMessage.Pong;
import dev.cancha.common.message.ServerMessage.Rooms;
import dev.cancha.common.message.ServerMessage.Welcome;
import dev.cancha.server.host.Delivery;
import dev.cancha.server.host.Entry;
import dev.cancha.server.host.Identity;
import dev.cancha.server.host.RoomHost;
import dev.cancha.server.lobby.Lobby;
import dev.cancha.server.session.Sessions.Known;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where a session is greeted and finds rooms: all that is answered without being in one. Owner: the event loop of
 * the session's connection.
 */
final class Desk {
  private static final String NOWHERE = "you are in no room: create or join one";
  /** The name of one whose token is not known any more and who gave no other. */
  private static final String NAMELESS = "Guest";

  private final Session session;
  private final SessionPorts ports;
  private final ListWatch watch;
  private @Nullable Hello hello;
  private @Nullable Integer welcomeRe;
  /** A {@code join} is under way: a refusal may be a wrong guess. */
  private boolean joining;
  /** A {@code quick} is under way: these rooms are tried next, and then one is opened. */
  private @Nullable Deque<RoomHost> quickRooms;
  private Lobby.@Nullable Quick quick;
  /** Where the answer to what is under way comes from; absent where nothing is, or the room of the session is asked. */
  private @Nullable EventLoop asked;
  /** What is under way, for the one who asked. */
  private @Nullable Integer askedRe;
  /** The connection whose place is being taken, until that is done. */
  private @Nullable Session before;

  Desk(Session session, SessionPorts ports) {
    this.session = session;
    this.ports = ports;
    watch = new ListWatch(session, ports.lobby());
  }

  void hello(Hello said) {
    welcomeRe = said.id();
    ErrorCode refusal = session.connection().refusal();
    int protocol = said.protocol() == null ? Protocol.VERSION : said.protocol();
    if (refusal != null) {
      session.refuseAndClose(said.id(), refusal,
          refusal == ErrorCode.SERVER_FULL ? "this server has all the connections it can have"
              : "too many connections from your address");
    } else if (ports.lobby().draining()) {
      session.refuseAndClose(said.id(), ErrorCode.DRAINING, "the server is about to stop");
    } else if (protocol != Protocol.VERSION) {
      session.refuseAndClose(said.id(), ErrorCode.UNSUPPORTED_PROTOCOL,
          "'protocol' is " + protocol + ", but this server speaks " + Protocol.VERSION);
    } else if (!ports.gate().admits(session)) {
      hello = said;
      session.waiting();
    } else {
      Known resumed = said.token() == null ? null : ports.sessions().find(said.token());
      if (resumed != null) {
        resume(resumed, said);
      } else {
        begin(said);
      }
    }
  }

  /** The rooms are back, and the hello that waited for them goes on. */
  void admitted() {
    Hello said = hello;
    if (said != null) {
      hello = null;
      hello(said);
    }
  }

  private void begin(Hello said) {
    Known opened = ports.sessions().open(said.name() == null ? NAMELESS : said.name());
    if (opened == null) {
      session.refuseAndClose(said.id(), ErrorCode.SERVER_FULL, "this server has all the players it can have");
      return;
    }
    opened.claim(session);
    session.greeting(opened);
    welcome(opened, false, null);
  }

  /** The older connection, if there is one, finishes what it has under way first. */
  private void resume(Known who, Hello said) {
    hello = said;
    session.greeting(who);
    session.sent(true);
    Session older = who.claim(session);
    before = older;
    if (older == null) {
      takePlace(who);
    } else {
      older.loop().execute(() -> older.supersede(() -> session.loop().execute(() -> takePlace(who))));
    }
  }

  private void takePlace(Known who) {
    before = null;
    RoomHost place = who.place();
    Hello said = hello;
    if (place == null || said == null) {
      session.deliver(new Delivery.NotHere());
      session.flush();
    } else {
      asks(place.loop(), said.id());
      place.attach(who.identity().session(), session, said.room(), said.rev());
    }
  }

  /** The session is known, but is in no room, or not any more. */
  void welcomeWithoutPlace(Known who) {
    boolean asks = hello != null && hello.room() != null;
    welcome(who, true, null);
    LeftReason lost = session.present() ? who.lostPlace(asks) : null;
    if (lost != null) {
      session.send(new ServerMessage.Left(null, lost));
    }
  }

  void welcome(Known who, boolean resumed, @Nullable String room) {
    Identity identity = who.identity();
    session.send(
        new Welcome(welcomeRe, Protocol.VERSION, new Player(identity.player(), identity.name()), who.token(),
            resumed ? true : null, room, ports.server(), ports.lobby().games(), ports.told()));
    hello = null;
    asked = null;
    session.welcomed();
  }

  /** Handles what no room answers, or what a room would, where the session is in none. */
  void handle(ClientMessage message) {
    switch (message) {
      case Hello again ->
        session.refuse(again.id(), ErrorCode.ALREADY_WELCOME, "you have said hello already");
      case ClientMessage.Describe describe -> describe(describe);
      case ListRooms list -> list(list);
      case Create create -> create(create);
      case Join join -> join(join);
      case ClientMessage.Quick wanted -> quick(wanted);
      case ClientMessage.Ping ping -> session.send(new Pong(ping.id(), ping.t(), ports.wallClock().millis()));
      case ClientMessage.Pong pong -> {
        // that it came is all that it says
      }
      case ClientMessage.Act act ->
        session.send(new ServerMessage.Failure(null, act.seq(), ErrorCode.NOT_IN_ROOM, NOWHERE));
      case ClientMessage.RoomRequest request -> session.refuse(request.id(), ErrorCode.NOT_IN_ROOM, NOWHERE);
    }
  }

  /** Whether a refusal is not the end of it: another room is tried for {@code quick}. Wrong guesses are counted. */
  boolean refused(Delivery.Refusal refusal) {
    if (joining) {
      joining = false;
      if (refusal.code() == ErrorCode.NO_SUCH_ROOM || refusal.code() == ErrorCode.WRONG_PASSWORD) {
        guessedWrong();
      }
    }
    if (quickRooms == null) {
      return false;
    }
    return nextQuick();
  }

  private void asks(EventLoop where, @Nullable Integer re) {
    asked = where;
    askedRe = re;
  }

  /**
   * {@code loop} was given up: what was asked there is answered, with {@code message} unless it was {@code hello},
   * which is welcomed without a place. False where nothing was asked there.
   */
  boolean lost(EventLoop loop, String message) {
    Session older = before;
    if (older != null) {
      older.loop().execute(() -> older.lost(loop, message));
    }
    if (!loop.equals(asked)) {
      return false;
    }
    boolean greeting = hello != null;
    found();
    if (greeting) {
      welcomeWithoutPlace(session.identified());
    } else {
      session.refuse(askedRe, ErrorCode.INTERNAL, message);
    }
    return true;
  }

  /** The request that looked for a room is answered. */
  void found() {
    asked = null;
    joining = false;
    quickRooms = null;
    quick = null;
  }

  void close() {
    watch.stop();
  }

  private void describe(ClientMessage.Describe describe) {
    GameDescription description = ports.lobby().describe(describe.game(), describe.id());
    if (description == null) {
      session.refuse(describe.id(), ErrorCode.NO_SUCH_GAME, ports.lobby().noSuchGame(describe.game()));
    } else {
      session.send(description);
    }
  }

  private void list(ListRooms list) {
    Boolean again = list.watch();
    boolean starts = again != null && again;
    session.send(
        new Rooms(list.id(), starts ? watch.start(list.game()) : ports.lobby().list(list.game())));
    if (again != null && !again) {
      watch.stop();
    }
  }

  private void create(Create create) {
    if (session.room() != null) {
      alreadyInRoom(create.id());
      return;
    }
    session.sent(true);
    asks(ports.lobby().create(create, session.identified().identity(), session), create.id());
  }

  private void join(Join join) {
    if (exhausted()) {
      session.refuse(join.id(), ErrorCode.RATE_LIMITED, "too many wrong codes and passwords: wait a minute");
      return;
    }
    RoomHost host = ports.lobby().directory().find(join.room());
    if (host == null) {
      guessedWrong();
      session.refuse(join.id(), ErrorCode.NO_SUCH_ROOM, "no room has that code");
      return;
    }
    if (ports.lobby().draining()) {
      session.refuse(join.id(), ErrorCode.DRAINING, "the server is about to stop");
      return;
    }
    joining = true;
    session.sent(true);
    asks(host.loop(), join.id());
    boolean spectate = join.spectate() != null && join.spectate();
    host.enter(session.identified().identity(), session,
        new Entry(join.id(), join.seat(), spectate, join.password(), null, session.room() != null));
  }

  private void quick(ClientMessage.Quick wanted) {
    if (session.room() != null) {
      alreadyInRoom(wanted.id());
      return;
    }
    session.sent(true);
    asks(ports.lobby().quick(wanted, session.identified().identity(), session, found -> {
      quick = found;
      quickRooms = new ArrayDeque<>(found.rooms());
      nextQuick();
    }), wanted.id());
  }

  private boolean nextQuick() {
    Deque<RoomHost> rooms = quickRooms;
    Lobby.Quick trying = quick;
    if (rooms == null || trying == null) {
      return false;
    }
    Identity who = session.identified().identity();
    RoomHost next = rooms.pollFirst();
    if (next == null) {
      found();
      asks(ports.lobby().create(trying.otherwise(), who, session), trying.otherwise().id());
    } else {
      asks(next.loop(), trying.otherwise().id());
      next.enter(who, session,
          new Entry(trying.otherwise().id(), null, false, null, trying.options(), false));
    }
    return true;
  }

  private void alreadyInRoom(@Nullable Integer re) {
    session.refuse(re, ErrorCode.ALREADY_IN_ROOM, "you are in a room: leave it first");
  }

  private boolean exhausted() {
    long now = session.nowNanos();
    return ports.guesses().bySession().exhausted(session.identified().identity().session().text(), now)
        || (!session.connection().loopback()
            && ports.guesses().byAddress().exhausted(session.connection().address(), now));
  }

  private void guessedWrong() {
    long now = session.nowNanos();
    ports.guesses().bySession().wrong(session.identified().identity().session().text(), now);
    if (!session.connection().loopback()) {
      ports.guesses().byAddress().wrong(session.connection().address(), now);
    }
  }
}
