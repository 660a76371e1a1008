package dev.cancha.server.room;

import dev.cancha.common.message.Phase;
import dev.cancha.server.room.RoomInput.Arrival;
import dev.cancha.server.room.RoomInput.Changes;
import dev.cancha.server.room.RoomInput.Draw;
import dev.cancha.server.room.RoomInput.FromSession;
import dev.cancha.server.room.RoomInput.Single;
import dev.cancha.server.room.RoomInput.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A match's base and inputs without what is a secret of its room: sessions have other names, there is no code and no
 * password, and no seed but the match's own. Folded, they lead to the same revisions, patches and hash: nothing that
 * is shown or hashed holds a session, and the order of the names is that of the sessions, since those who are overdue
 * together leave in it. Immutable.
 */
public final class Anonymous {
  /** No code that a room may have. */
  private static final String CODE = "0000";
  private static final String NEW_CODE = "0001";
  private static final PasswordHash PASSWORD = new PasswordHash("", "", 1);
  private static final Draw NO_DRAW = new Draw(new Seed("0".repeat(32)), "", 0);

  private final SortedMap<SessionId, SessionId> names = new TreeMap<>();

  /** @param sessions all that occur, as {@link #sessions(RoomState)} and {@link #sessions(RoomInput)} tell them */
  public Anonymous(SortedSet<SessionId> sessions) {
    int digits = Integer.toString(sessions.size()).length();
    for (SessionId session : sessions) {
      String number = Integer.toString(names.size() + 1);
      names.put(session, new SessionId("s" + "0".repeat(digits - number.length()) + number));
    }
  }

  /** Who is in the room. */
  public static SortedSet<SessionId> sessions(RoomState state) {
    return new TreeSet<>(state.roster().people().keySet());
  }

  /** Whom {@code input} names. */
  public static SortedSet<SessionId> sessions(RoomInput input) {
    SortedSet<SessionId> sessions = new TreeSet<>();
    List<? extends RoomInput> all = input instanceof Tick tick ? tick.inputs() : List.of(input);
    for (RoomInput each : all) {
      if (each instanceof RoomInput.Enter enter) {
        sessions.add(enter.who().session());
      } else if (each instanceof FromSession from) {
        sessions.add(from.session());
      }
    }
    return sessions;
  }

  /**
   * The base of a match. A match that was over by then is left out: it has a replay of its own, for those who may see
   * it. So are those who left, since all inputs of a replay took effect.
   */
  public RoomState base(RoomState state) {
    Roster roster = state.roster();
    SortedMap<SessionId, Person> people = new TreeMap<>();
    roster.everyone().forEach(person -> people.put(name(person.session()), named(person)));
    SortedMap<Integer, Seat> seats = new TreeMap<>();
    roster.seats()
        .forEach((number, seat) -> seats.put(number,
            new Seat(seat.id(), seat.name(), seat.holder() == null ? null : name(seat.holder()),
                seat.ready(), seat.bot())));
    Roster anonymous = new Roster(people, seats, roster.host() == null ? null : name(roster.host()),
        Seqs.NONE, new TreeSet<>(), roster.arrivals());
    boolean over = state.phase() != Phase.PLAYING;
    return new RoomState(state.rev(), state.position(), state.at(), config(state.config()), anonymous,
        state.phase(),
        state.phaseAt(), over ? null : state.match(), state.matches(),
        over ? new Shown(state.shown().document(), new TreeMap<>()) : state.shown());
  }

  private static RoomConfig config(RoomConfig config) {
    RoomConfig coded = config.with(config.visibility(), CODE);
    return config.password() == null ? coded : coded.with(PASSWORD);
  }

  /** The input that starts the match: its chance stays. */
  public RoomInput first(RoomInput input) {
    return named(input, true);
  }

  /** Any input after the first. */
  public RoomInput later(RoomInput input) {
    return named(input, false);
  }

  /**
   * The last input: of a tick, without what came when the match was over already, which is no part of it and may hold
   * secrets of the next one.
   */
  public static RoomInput last(RoomInput input) {
    if (!(input instanceof Tick tick)) {
      return input;
    }
    List<Single> played = new ArrayList<>();
    for (Single single : tick.inputs()) {
      if (needsAnEnd(single)) {
        break;
      }
      played.add(single);
    }
    return played.size() == tick.inputs().size() ? tick : new Tick(tick.at(), played);
  }

  /** What takes effect in {@code lobby} and {@code over} alone. */
  private static boolean needsAnEnd(Single input) {
    return input instanceof RoomInput.Configure || input instanceof RoomInput.Sit
        || input instanceof RoomInput.Ready || input instanceof RoomInput.Start;
  }

  private RoomInput named(RoomInput input, boolean starts) {
    return switch (input) {
      case Tick tick -> new Tick(tick.at(), tick.inputs().stream().map(each -> named(each, starts)).toList());
      case RoomInput.Aborted aborted -> aborted;
      case Single single -> named(single, starts);
    };
  }

  private Single named(Single input, boolean starts) {
    return switch (input) {
      case RoomInput.Enter(long at, Arrival who, Integer seat, boolean spectate, RoomInput.Company company) ->
        new RoomInput.Enter(at, new Arrival(name(who.session()), who.id(), who.name()), seat, spectate,
            company);
      case RoomInput.BotAct act -> act;
      case FromSession from -> named(from, starts);
      case RoomInput.Elapsed(long at, Draw draw) -> new RoomInput.Elapsed(at, draw(draw, starts));
      case RoomInput.Restored restored -> restored;
      case RoomInput.Aborted aborted -> aborted;
    };
  }

  private FromSession named(FromSession input, boolean starts) {
    SessionId name = name(input.session());
    return switch (input) {
      case RoomInput.Leave leave -> new RoomInput.Leave(leave.at(), name, draw(leave.draw(), starts));
      case RoomInput.Kick kick ->
        new RoomInput.Kick(kick.at(), name, kick.seat(), kick.player(), draw(kick.draw(), starts));
      case RoomInput.Configure configure ->
        new RoomInput.Configure(configure.at(), name, named(configure.changes()), NEW_CODE);
      case RoomInput.Sit sit -> new RoomInput.Sit(sit.at(), name, sit.seat(), draw(sit.draw(), starts));
      case RoomInput.Ready ready ->
        new RoomInput.Ready(ready.at(), name, ready.ready(), ready.rematch(), draw(ready.draw(), starts));
      case RoomInput.Start start -> new RoomInput.Start(start.at(), name, draw(start.draw(), starts));
      case RoomInput.Bot bot ->
        new RoomInput.Bot(bot.at(), name, bot.seat(), bot.bot(), bot.remove(), draw(bot.draw(), starts));
      case RoomInput.Act act -> new RoomInput.Act(act.at(), name, act.seq(), act.action(), act.rev());
      case RoomInput.Resign resign -> new RoomInput.Resign(resign.at(), name);
      case RoomInput.Lost lost -> new RoomInput.Lost(lost.at(), name);
      case RoomInput.Back back -> new RoomInput.Back(back.at(), name);
    };
  }

  private static Changes named(Changes changes) {
    return new Changes(changes.options(), changes.settings(), changes.seats(), changes.visibility(),
        changes.dropPassword(), changes.password() == null ? null : PASSWORD);
  }

  private static Draw draw(Draw draw, boolean starts) {
    return starts ? draw : NO_DRAW;
  }

  private Person named(Person person) {
    return new Person(name(person.session()), person.id(), person.name(), person.order(), person.seat(),
        person.lostAt(), person.expired());
  }

  private SessionId name(SessionId session) {
    SessionId name = names.get(session);
    if (name == null) {
      throw new IllegalArgumentException("a session that was not named before");
    }
    return name;
  }
}
