package dev.cancha.server.room;

import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.Phase;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.Outcome.Duplicate;
import dev.cancha.server.room.Outcome.Refused;
import dev.cancha.server.room.Outcome.Unchanged;
import dev.cancha.server.room.RoomDocument.Outcomes;
import dev.cancha.server.room.RoomDocument.SeatEntry;
import dev.cancha.server.room.RoomInput.Act;
import dev.cancha.server.room.RoomInput.Draw;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of rooms of one game: what an input makes of a state. Pure, immutable and free of threads; the same
 * state and input lead to the same outcome, today and after a restart.
 */
public final class Room<S, A> {
  private static final Unchanged UNCHANGED = new Unchanged();
  private static final Duplicate DUPLICATE = new Duplicate();

  private final GameInfo<A> info;
  private final RoomRules rules;
  private final Play<S, A> play;
  private final Membership membership;
  private final Configuring configuring;

  public Room(Game<S, A> game, RoomRules rules) {
    this.info = game.info();
    this.rules = rules;
    play = new Play<>(game);
    membership = new Membership(rules, play);
    configuring = new Configuring(info);
  }

  /** A room that nobody is in yet, at revision 0. */
  public RoomState open(RoomConfig config) {
    RoomDocument document = new RoomDocument(config.code(), info.id(), config.size(), Phase.LOBBY, null,
        config.options(), terms(config).entry(), config.visibility(), config.password() != null, null,
        new TreeMap<>(), null, null, null, null, null);
    return new RoomState(0, 0, 0, config, Roster.EMPTY, Phase.LOBBY, 0, null, 0,
        new Shown(document, new TreeMap<>()));
  }

  /**
   * What {@code input} leads to. Rules that throw make this throw: the room is then at its end, and {@code state}
   * is its last.
   */
  public Outcome step(RoomState state, RoomInput input) {
    if (input instanceof Act act && act.seq() <= state.roster().seq(act.session())) {
      return DUPLICATE;
    }
    Draft draft = new Draft(state, input, terms(state.config()));
    Refused refused = apply(draft, input);
    return refused != null ? refused : finish(draft);
  }

  private Terms terms(RoomConfig config) {
    return Terms.of(config.settings(), info.settings(), rules);
  }

  private @Nullable Refused apply(Draft draft, RoomInput input) {
    return switch (input) {
      case RoomInput.Enter enter -> membership.enter(draft, enter);
      case RoomInput.Leave leave -> leave(draft, leave);
      case RoomInput.Kick kick -> startingIfReady(draft, membership.kick(draft, kick), kick.draw());
      case RoomInput.Configure configure -> configuring.configure(draft, configure);
      case RoomInput.Sit sit -> startingIfReady(draft, membership.sit(draft, sit), sit.draw());
      case RoomInput.Ready ready -> startingIfReady(draft, ready(draft, ready), ready.draw());
      case RoomInput.Start start -> start(draft, start);
      case RoomInput.Bot bot -> bot(draft, bot);
      case Act act -> play.act(draft, draft.person(act), act);
      case RoomInput.Resign resign -> resign(draft, resign);
      case RoomInput.Lost lost -> update(draft, draft.person(lost).lost(lost.at()));
      case RoomInput.Back back -> update(draft, draft.person(back).back());
      case RoomInput.Elapsed elapsed -> elapsed(draft, elapsed);
    };
  }

  private @Nullable Refused leave(Draft draft, RoomInput.Leave leave) {
    membership.leave(draft, draft.person(leave), LeftReason.LEFT);
    return startingIfReady(draft, null, leave.draw());
  }

  /** A match starts as soon as all taken seats are ready and are enough: also when one who was not has gone. */
  private @Nullable Refused startingIfReady(Draft draft, @Nullable Refused refused, Draw draw) {
    if (refused == null && !draft.playing() && draft.roster.seats().size() >= info.seats().min()
        && draft.roster.seats().values().stream().allMatch(Seat::ready)) {
      play.begin(draft, draw);
    }
    return refused;
  }

  private @Nullable Refused ready(Draft draft, RoomInput.Ready input) {
    if (draft.playing()) {
      return Draft.alreadyPlaying();
    }
    if (input.rematch() && draft.phase != Phase.OVER) {
      return Draft.refused(ErrorCode.NOT_PLAYING, "there was no match yet: say ready instead of rematch");
    }
    Integer number = draft.person(input).seat();
    Seat seat = number == null ? null : draft.roster.seats().get(number);
    if (number == null || seat == null) {
      return Draft.refused(ErrorCode.NOT_PLAYING, "you are watching: sit down first");
    }
    draft.roster = draft.roster.seat(number, seat.ready(input.ready()));
    return null;
  }

  private @Nullable Refused start(Draft draft, RoomInput.Start input) {
    if (!input.session().equals(draft.roster.host())) {
      return Membership.notHost();
    }
    if (draft.playing()) {
      return Draft.alreadyPlaying();
    }
    if (draft.roster.seats().size() < info.seats().min()) {
      return Draft.refused(ErrorCode.NOT_ENOUGH_PLAYERS,
          info.title() + " needs at least " + info.seats().min() + " players");
    }
    play.begin(draft, input.draw());
    return null;
  }

  private static @Nullable Refused bot(Draft draft, RoomInput.Bot input) {
    if (!input.session().equals(draft.roster.host())) {
      return Membership.notHost();
    }
    if (draft.playing()) {
      return Draft.alreadyPlaying();
    }
    if (input.seat() >= draft.config.size()) {
      return Membership.noSuchSeat(draft, input.seat());
    }
    return Draft.refused(ErrorCode.NO_SUCH_BOT,
        input.remove() ? "no bot sits on seat " + input.seat() : "this game has no bots here");
  }

  private @Nullable Refused resign(Draft draft, RoomInput.Resign input) {
    Integer seat = draft.person(input).seat();
    if (!draft.playing() || seat == null || !draft.running().plays(seat)) {
      return Draft.refused(ErrorCode.NOT_PLAYING, "you are not playing");
    }
    play.absent(draft, seat, "resigned");
    return null;
  }

  private static @Nullable Refused update(Draft draft, Person person) {
    draft.roster = draft.roster.update(person);
    return null;
  }

  private @Nullable Refused elapsed(Draft draft, RoomInput.Elapsed input) {
    play.runOut(draft);
    for (Person person : List.copyOf(draft.roster.everyone())) {
      if (!person.connected() && !person.expired()
          && graceOver(person, draft.phase, draft.phaseAt, draft.terms) <= input.at()) {
        if (draft.playing() && person.seat() != null && draft.terms.holds()) {
          draft.roster = draft.roster.update(person.overdue());
        } else {
          membership.leave(draft, person, LeftReason.EXPIRED);
        }
      }
    }
    return startingIfReady(draft, null, input.draw());
  }

  /** When the next clock runs out or grace is over, in room time; empty when nothing is due ever. */
  public OptionalLong deadline(RoomState state) {
    Terms terms = terms(state.config());
    LongStream graces = state.roster()
        .everyone()
        .stream()
        .filter(person -> !person.connected() && !person.expired())
        .mapToLong(person -> graceOver(person, state.phase(), state.phaseAt(), terms));
    Match match = state.match();
    Clocks clocks = match == null ? null : match.clocks();
    if (match == null || clocks == null) {
      return graces.min();
    }
    LongStream runOuts = match.turns()
        .keySet()
        .stream()
        .mapToLong(seat -> match.plan().startedAt() + clocks.time() + clocks.left(seat));
    return LongStream.concat(graces, runOuts).min();
  }

  /** One who is lost gets the whole grace of a phase, also when the phase changed meanwhile. */
  private static long graceOver(Person person, Phase phase, long phaseAt, Terms terms) {
    Long lostAt = person.lostAt();
    if (lostAt == null) {
      throw new IllegalArgumentException("no grace runs for one who is connected");
    }
    return Math.max(lostAt, phaseAt) + terms.graceMillis(phase);
  }

  private Outcome finish(Draft draft) {
    RoomState before = draft.before;
    boolean closed = !draft.config.permanent() && draft.roster.everyone().stream().allMatch(Person::expired);
    if (closed) {
      for (Person person : List.copyOf(draft.roster.everyone())) {
        draft.depart(person, LeftReason.CLOSED);
      }
    }
    Shown shown = shown(draft);
    boolean shows = !draft.acks.isEmpty() || !draft.events.isEmpty()
        || !sameButForTime(shown, before.shown());
    if (!shows) {
      if (draft.roster.equals(before.roster()) && draft.config.equals(before.config())) {
        return UNCHANGED;
      }
      // clocks are only read in a step that shows something, so that every member of the document follows its rev
      draft.match = before.match();
      shown = before.shown();
    }
    RoomState next = new RoomState(shows ? draft.rev : before.rev(), draft.position, draft.at, draft.config,
        draft.roster, draft.phase, draft.phaseAt, draft.match, draft.matches, shown);
    return new Changed(next, draft.acks, draft.events, draft.departures, closed);
  }

  private static boolean sameButForTime(Shown one, Shown other) {
    return one.mes().equals(other.mes()) && one.document().timeless().equals(other.document().timeless());
  }

  private Shown shown(Draft draft) {
    Match match = draft.match;
    Match last = draft.before.match();
    if (match == null) {
      return new Shown(document(draft, null), new TreeMap<>());
    }
    Shown shown = draft.before.shown();
    Object view = shown.document().view();
    if (last != null && view != null && sameTruth(last, match)) {
      return new Shown(document(draft, view), stillOwn(draft, shown.mes()));
    }
    return new Shown(document(draft, play.view(match)), stillOwn(draft, play.mes(match)));
  }

  /**
   * Once a match is over its seats may change hands, and what a seat hides is its player's: whoever sits down there
   * next must not see it.
   */
  private static SortedMap<Integer, Object> stillOwn(Draft draft, SortedMap<Integer, Object> mes) {
    if (draft.playing() || mes.isEmpty()) {
      return mes;
    }
    SortedMap<Integer, Object> own = new TreeMap<>(mes);
    own.keySet().removeIf(number -> {
      Seat before = draft.before.roster().seats().get(number);
      Seat now = draft.roster.seats().get(number);
      return before == null || now == null || !before.id().equals(now.id());
    });
    return own;
  }

  @SuppressWarnings("ReferenceEquality") // only what was handed on as it was is known to show the same
  private static boolean sameTruth(Match one, Match other) {
    return one.plan() == other.plan() && one.truth() == other.truth();
  }

  private RoomDocument document(Draft draft, @Nullable Object view) {
    RoomConfig config = draft.config;
    Roster roster = draft.roster;
    Match match = draft.match;
    boolean playing = draft.playing();
    Clocks clocks = match == null || !playing ? null : match.clocks();
    Person host = roster.host() == null ? null : roster.person(roster.host());
    return new RoomDocument(config.code(), info.id(), config.size(), draft.phase,
        match == null ? null : match.plan().id(), config.options(), terms(config).entry(),
        config.visibility(),
        config.password() != null, host == null ? null : host.id(), seats(roster),
        match != null && playing ? List.copyOf(match.turns().keySet()) : null,
        clocks == null ? null : clocks.millis(), clocks == null ? null : (Long) clocks.time(), view,
        match == null || match.result() == null ? null
            : new Outcomes(match.result().ranks(), match.result().reason()));
  }

  private static SortedMap<Integer, SeatEntry> seats(Roster roster) {
    SortedMap<Integer, SeatEntry> entries = new TreeMap<>();
    roster.seats().forEach((number, seat) -> {
      Person holder = seat.holder() == null ? null : roster.person(seat.holder());
      entries.put(number, new SeatEntry(seat.id(), seat.name(), null, holder != null && holder.connected(),
          seat.ready() ? true : null));
    });
    return entries;
  }
}
