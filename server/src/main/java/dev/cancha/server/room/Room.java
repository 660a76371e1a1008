package dev.cancha.server.room;

import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.json.Mismatch;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.Phase;
import dev.cancha.server.room.Outcome.Applied;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.Outcome.Duplicate;
import dev.cancha.server.room.Outcome.Refused;
import dev.cancha.server.room.Outcome.Unchanged;
import dev.cancha.server.room.Outcome.Verdict;
import dev.cancha.server.room.RoomInput.Act;
import dev.cancha.server.room.RoomInput.Draw;
import dev.cancha.server.room.RoomInput.FromSession;
import dev.cancha.server.room.RoomInput.Single;
import dev.cancha.server.room.RoomInput.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of rooms of one game: what an input makes of a state. Pure, immutable and free of threads; the same
 * state and input lead to the same outcome, today and after a restart.
 */
public final class Room<S, A> {
  private static final Unchanged UNCHANGED = new Unchanged();
  private static final Duplicate DUPLICATE = new Duplicate();
  private static final Applied APPLIED = new Applied();

  private final GameInfo<A> info;
  private final RoomRules rules;
  private final Play<S, A> play;
  private final Membership membership;
  private final Configuring configuring;
  private final BotSeats bots;
  private final BotTurns<S, A> botTurns;
  private final Display display;
  private final StateForm<S> form;

  public Room(Game<S, A> game, RoomRules rules) {
    this.info = game.info();
    this.rules = rules;
    play = new Play<>(game);
    membership = new Membership(rules, play);
    configuring = new Configuring(info, rules.bot() != null);
    bots = new BotSeats(rules);
    botTurns = new BotTurns<>(play);
    display = new Display(info.id(), play);
    form = new StateForm<>(game, play);
  }

  /**
   * The whole of {@code state} in its one canonical encoding, from which {@link #read} makes it again; absent where
   * the game's states cannot be read back, so that a room of it is folded from its opening.
   */
  public @Nullable Json write(RoomState state) {
    return form.write(state);
  }

  /** Whether {@link #write} writes something. */
  public boolean readable() {
    return form.readable();
  }

  /** SHA-256 of what {@link #write} wrote, 64 hex digits. */
  public static String hash(Json written) {
    return StateForm.sha256(written);
  }

  /**
   * The state that {@link #write} wrote.
   *
   * @throws Mismatch where it is of another shape
   */
  public RoomState read(Json written) {
    StateForm.Parts parts = form.read(written);
    Terms terms = terms(parts.config());
    RoomState unseen = parts.shown(display.empty(parts.config(), terms));
    return parts.shown(display.restored(Draft.of(unseen, terms), parts.own()));
  }

  /** SHA-256 of a match that is over, 64 hex digits; sessions have no part in it. */
  public String hash(MatchEnd ended) {
    return form.hash(ended.match());
  }

  /** What bots are to decide. */
  public BotTurns<S, A> botTurns() {
    return botTurns;
  }

  RoomRules rules() {
    return rules;
  }

  /** A room that nobody is in yet, at revision 0. */
  public RoomState open(RoomConfig config) {
    return new RoomState(0, 0, 0, config, Roster.EMPTY, Phase.LOBBY, 0, null, 0,
        display.empty(config, terms(config)));
  }

  /**
   * What {@code input} leads to. A tick always changes the state, since the next one has other chance. Rules that
   * throw make this throw: the room is then at its end, and {@code state} is its last.
   */
  public Outcome step(RoomState state, RoomInput input) {
    return switch (input) {
      case Tick tick -> tick(state, tick);
      case RoomInput.Aborted aborted -> aborted(state, aborted);
      case Single single -> single(state, single);
    };
  }

  /**
   * When the running match ticks next, in room time: at the first multiple of its period since it started that is
   * after {@code state}. Empty where no match is running, or the game does not tick.
   */
  public OptionalLong nextTick(RoomState state) {
    Match match = state.match();
    if (!play.ticks() || match == null || state.phase() != Phase.PLAYING) {
      return OptionalLong.empty();
    }
    long start = match.plan().start().at();
    long number = Math.ceilDiv((state.at() - start + 1) * info.tickRate(), 1000L);
    return OptionalLong.of(start + 1000 * number / info.tickRate());
  }

  /** How long {@code ticks} last, in whole milliseconds; 0 in a game that does not tick. */
  public long tickMillis(int ticks) {
    return play.ticks() ? 1000L * ticks / info.tickRate() : 0;
  }

  private Outcome single(RoomState state, Single input) {
    if (duplicate(state.roster(), input)) {
      return DUPLICATE;
    }
    Draft draft = new Draft(state, input, terms(state.config()));
    Refused refused = apply(draft, input);
    if (refused != null) {
      return refused;
    }
    Changed changed = change(draft, List.of());
    return same(state, changed.state()) ? UNCHANGED : changed;
  }

  /** A match that begins within the tick has its first one a period later. */
  private Changed tick(RoomState state, Tick input) {
    Draft draft = new Draft(state, input, terms(state.config()));
    List<Verdict> verdicts = new ArrayList<>(input.inputs().size());
    for (Single single : input.inputs()) {
      verdicts.add(take(draft, single));
    }
    if (draft.playing() && draft.matches == state.matches()) {
      play.tick(draft);
    }
    return change(draft, verdicts);
  }

  /** One input of a tick; where it is refused, the draft is as if it had never come. */
  private Verdict take(Draft draft, Single input) {
    if (input instanceof FromSession from && draft.roster.person(from.session()) == null) {
      return Draft.notInRoom();
    }
    if (duplicate(draft.roster, input)) {
      return DUPLICATE;
    }
    Draft attempt = draft.attempt();
    Refused refused = apply(attempt, input);
    if (refused != null) {
      return refused;
    }
    draft.keep(attempt);
    return APPLIED;
  }

  private static boolean duplicate(Roster roster, Single input) {
    return input instanceof Act act && act.seq() <= roster.seq(act.session());
  }

  private Terms terms(RoomConfig config) {
    return Terms.of(config.settings(), info.settings(), rules);
  }

  private @Nullable Refused apply(Draft draft, Single input) {
    return switch (input) {
      case RoomInput.Enter enter -> membership.enter(draft, enter);
      case RoomInput.Leave leave -> leave(draft, leave);
      case RoomInput.Kick kick -> startingIfReady(draft, membership.kick(draft, kick), kick.draw());
      case RoomInput.Configure configure -> configure(draft, configure);
      case RoomInput.Sit sit -> startingIfReady(draft, membership.sit(draft, sit), sit.draw());
      case RoomInput.Ready ready -> startingIfReady(draft, ready(draft, ready), ready.draw());
      case RoomInput.Start start -> start(draft, start);
      case RoomInput.Bot bot -> startingIfReady(draft, bots.set(draft, bot), bot.draw());
      case RoomInput.BotAct act -> play.act(draft, act);
      case Act act -> play.act(draft, draft.person(act), act);
      case RoomInput.Resign resign -> resign(draft, resign);
      case RoomInput.Lost lost -> update(draft, draft.person(lost).lost(draft.at));
      case RoomInput.Back back -> back(draft, draft.person(back));
      case RoomInput.Elapsed elapsed -> elapsed(draft, elapsed.draw());
      case RoomInput.Restored restored -> restored(draft, restored);
      case RoomInput.Aborted aborted ->
        throw new IllegalArgumentException("what ends a room is no part of a tick");
    };
  }

  private @Nullable Refused configure(Draft draft, RoomInput.Configure input) {
    Refused refused = configuring.configure(draft, input);
    draft.terms = terms(draft.config);
    return refused;
  }

  private @Nullable Refused leave(Draft draft, RoomInput.Leave leave) {
    membership.leave(draft, draft.person(leave), LeftReason.LEFT);
    return startingIfReady(draft, null, leave.draw());
  }

  /**
   * A match starts as soon as all taken seats are ready and are enough: also when one who was not has gone. Bots alone
   * wait for their host, or they would play one match after the other.
   */
  private @Nullable Refused startingIfReady(Draft draft, @Nullable Refused refused, Draw draw) {
    if (refused == null && !draft.playing() && draft.roster.seats().size() >= info.seats().min()
        && draft.roster.seats().values().stream().allMatch(Seat::ready)
        && !draft.roster.seats().values().stream().allMatch(Seat::isBots)) {
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

  private static @Nullable Refused back(Draft draft, Person person) {
    BotSeats.handBack(draft, person);
    return update(draft, person.back());
  }

  private @Nullable Refused elapsed(Draft draft, Draw draw) {
    play.runOut(draft);
    for (Person person : List.copyOf(draft.roster.everyone())) {
      if (!person.connected() && !person.expired()
          && Deadline.graceOver(person, draft.phase, draft.phaseAt, draft.terms) <= draft.at) {
        if (draft.playing() && person.seat() != null && draft.terms.holds()) {
          draft.roster = draft.roster.update(person.overdue());
        } else if (!bots.takesOver(draft, person)) {
          membership.leave(draft, person, LeftReason.EXPIRED);
        }
      }
    }
    return startingIfReady(draft, null, draw);
  }

  private static @Nullable Refused restored(Draft draft, RoomInput.Restored input) {
    if (input.alone()) {
      draft.roster = draft.roster.eachPerson(person -> person.expired() ? person : person.lost(draft.at));
    }
    if (input.skipped() > 0 && draft.playing()) {
      draft.match = draft.running().in(draft.rev);
    }
    return null;
  }

  /** Asks no rules, since they are what broke: whatever was shown last is the last that is shown. */
  private Changed aborted(RoomState state, RoomInput.Aborted input) {
    Draft draft = Draft.of(state, terms(state.config()));
    Match match = state.match();
    if (match != null && draft.playing()) {
      draft.ended = MatchEnd.of(match.ended(Play.drawn(match, "aborted")), state.roster().seats());
    }
    departAll(draft);
    RoomState last = new RoomState(state.rev(), draft.position, input.at(), state.config(), draft.roster,
        Phase.OVER, input.at(), match, state.matches(), state.shown());
    return new Changed(last, draft.acks, draft.events, draft.departures, true, List.of(), draft.ended);
  }

  /** When the next clock runs out or grace is over, in room time; empty when nothing is due ever. */
  public OptionalLong deadline(RoomState state) {
    return Deadline.of(state, terms(state.config()));
  }

  private Changed change(Draft draft, List<Verdict> verdicts) {
    RoomState before = draft.before;
    boolean closed = close(draft);
    Shown shown = display.shown(draft);
    boolean tells = Display.tells(draft, shown) || draft.rev > before.rev() + 1;
    Match match = draft.match;
    if (!tells) {
      // clocks are only read in a step that shows something, so that every member of the document follows its rev
      match = match == null || before.match() == null ? match : match.unread(before.match());
      shown = before.shown();
    }
    RoomState next = new RoomState(tells ? draft.rev : before.rev(), draft.position, draft.at, draft.config,
        draft.roster, draft.phase, draft.phaseAt, match, draft.matches, shown);
    return new Changed(next, draft.acks, draft.events, draft.departures, closed, verdicts,
        draft.ended);
  }

  /** Sends everyone away where nobody is left who could come back in time. */
  @SuppressWarnings("ReferenceEquality") // whom nothing has happened to were looked at a step ago
  private static boolean close(Draft draft) {
    SortedMap<SessionId, Person> people = draft.roster.people();
    boolean asBefore = people == draft.before.roster().people() && !people.isEmpty();
    if (draft.config.permanent() || asBefore) {
      return false;
    }
    for (Person person : draft.roster.everyone()) {
      if (!person.expired()) {
        return false;
      }
    }
    departAll(draft);
    return true;
  }

  private static void departAll(Draft draft) {
    for (Person person : List.copyOf(draft.roster.everyone())) {
      draft.depart(person, LeftReason.CLOSED);
    }
  }

  private static boolean same(RoomState before, RoomState after) {
    return before.rev() == after.rev() && after.roster().equals(before.roster())
        && after.config().equals(before.config()) && same(before.match(), after.match());
  }

  private static boolean same(@Nullable Match before, @Nullable Match after) {
    if (before == null || after == null) {
      return before == null && after == null;
    }
    return Display.sameTruth(before, after) && before.gone().equals(after.gone());
  }
}
