package dev.cancha.server.room;

import dev.cancha.common.game.Bot;
import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Sight;
import dev.cancha.common.game.Step;
import dev.cancha.common.json.EventType;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.json.Mismatch;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Phase;
import dev.cancha.server.room.Outcome.Refused;
import dev.cancha.server.room.RoomInput.Act;
import dev.cancha.server.room.RoomInput.BotAct;
import dev.cancha.server.room.RoomInput.Draw;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A match from its start to its result: whose turn it is, clocks, acts and those who give up. Works on a step's
 * draft; the game's rules decide what becomes of it.
 */
final class Play<S, A> {
  private final Game<S, A> game;
  private final GameInfo<A> info;
  private final JsonType<A> acts;
  private final EventType gameEvents;
  private static final int NO_SEAT = -1;
  private static final EventType ROOM_EVENTS = EventType.of(RoomEvent.class);
  private static final JsonType<BotQuestion> QUESTIONS = JsonType.of(BotQuestion.class);

  Play(Game<S, A> game) {
    this.game = game;
    info = game.info();
    acts = JsonType.of(info.types().act());
    gameEvents = EventType.of(info.types().event());
  }

  /** Starts a match of all taken seats. */
  void begin(Draft draft, Draw draw) {
    Terms terms = draft.terms;
    SortedSet<Integer> seats = new TreeSet<>(draft.roster.seats().keySet());
    Match.Start start = new Match.Start(draft.at, draft.rev, draft.position, draw.wallMillis());
    Match.Plan plan = new Match.Plan(draw.match(), draw.seed(), draft.matches, seats, start);
    MatchChance chance = new MatchChance(draw.seed(), new MatchChance.Place(0, draft.position), draft.draws);
    S truth = game.start(new Setup(seats, draft.config.options(), draft.matches, chance));
    Clocks clocks = terms.clocked() ? new Clocks(new TreeMap<>(), 0) : null;
    if (clocks != null && terms.bankMillis() > 0) {
      for (int seat : seats) {
        clocks = clocks.with(seat, terms.bankMillis());
      }
    }
    draft.match = new Match(plan, truth, new TreeMap<>(), new TreeSet<>(), clocks, null, 0, 0);
    draft.enter(Phase.PLAYING);
    draft.matches++;
    draft.events.add(ROOM_EVENTS.write(new RoomEvent.Started(draw.seed().hash())));
    goOn(draft, truth, null);
  }

  /** An act of {@code person}, which was not applied before. */
  @Nullable
  Refused act(Draft draft, Person person, Act input) {
    Integer seat = person.seat();
    if (draft.playing() && seat == null) {
      return Draft.refused(ErrorCode.NOT_YOUR_TURN, "you are watching");
    }
    Refused refused = act(draft, seat == null ? NO_SEAT : seat, input.action(), input.rev());
    if (refused == null && seat != null) {
      draft.roster = draft.roster.applied(person.session(), input.seq());
      draft.acks.put(seat, input.seq());
    }
    return refused;
  }

  /** An act of the bot that plays a seat. */
  @Nullable
  Refused act(Draft draft, BotAct input) {
    Seat seat = draft.roster.seats().get(input.seat());
    if (seat == null || seat.bot() == null) {
      return Draft.refused(ErrorCode.NOT_YOUR_TURN, "no bot plays this seat any more");
    }
    return act(draft, input.seat(), input.action(), input.rev());
  }

  private @Nullable Refused act(Draft draft, int seat, Json written, @Nullable Long rev) {
    if (!draft.playing()) {
      return Draft.refused(ErrorCode.NOT_PLAYING, "no match is running");
    }
    Match match = draft.running();
    Long since = match.turns().get(seat);
    if (since == null) {
      return Draft.refused(ErrorCode.NOT_YOUR_TURN, "it is not your turn");
    }
    if (rev != null && since > rev) {
      return Draft.refused(ErrorCode.STALE, (ticks() ? "the match" : "your turn") + " began with revision "
          + since + ", after the " + rev + " that this was decided on");
    }
    A action;
    try {
      action = acts.read(written);
    } catch (Mismatch e) {
      return Draft.refused(e.outOfBounds() ? ErrorCode.ILLEGAL_ACTION : ErrorCode.BAD_MESSAGE,
          "'action': " + e.getMessage());
    }
    return switch (game.act(truth(match), seat, action, chance(draft, match))) {
      case Step.Refused<S> refused -> Draft.refused(ErrorCode.ILLEGAL_ACTION, refused.reason());
      case Step.Accepted<S> accepted -> {
        happened(draft, accepted.events());
        Clocks clocks = match.clocks();
        if (clocks != null && draft.terms.incrementMillis() > 0) {
          draft.match = match
              .withClocks(clocks.with(seat, clocks.left(seat) + draft.terms.incrementMillis()));
        }
        goOn(draft, accepted.state(), seat);
        yield null;
      }
      case Step.Forfeit<S> forfeit -> {
        end(draft, lastIs(match, forfeit.seat(), "resigned"));
        yield null;
      }
    };
  }

  /** One tick of the running match. */
  @SuppressWarnings("ReferenceEquality") // a game where nothing moved hands its state back
  void tick(Draft draft) {
    Match match = draft.running();
    S truth = truth(match);
    switch (game.tick(truth, chance(draft, match))) {
      case Step.Refused<S> refused -> throw new IllegalStateException("rules cannot refuse a tick");
      case Step.Forfeit<S> forfeit -> end(draft, lastIs(match, forfeit.seat(), "resigned"));
      case Step.Accepted<S> accepted -> {
        happened(draft, accepted.events());
        if (accepted.state() != truth) {
          goOn(draft, accepted.state(), null);
        }
      }
    }
  }

  boolean ticks() {
    return info.tickRate() > 0;
  }

  /** {@code seat} is gone for good; {@code reason} is the result's, should that end the match. */
  void absent(Draft draft, int seat, String reason) {
    Match match = draft.running().withGone(seat);
    draft.match = match;
    switch (game.absent(truth(match), seat, chance(draft, match))) {
      case Step.Refused<S> refused ->
        throw new IllegalStateException("rules cannot refuse that a player is gone");
      case Step.Forfeit<S> forfeit -> end(draft, lastIs(match, forfeit.seat(), reason));
      case Step.Accepted<S> accepted -> {
        happened(draft, accepted.events());
        goOn(draft, accepted.state(), seat);
        Match after = draft.match;
        if (after != null && after.result() != null) {
          Match renamed = after.ended(new Result(after.result().ranks(), reason));
          draft.match = renamed;
          MatchEnd ended = draft.ended;
          draft.ended = ended == null ? null : new MatchEnd(renamed, ended.players());
        }
      }
    }
  }

  /** Seats in turn whose clock has run out are treated as resigned. */
  void runOut(Draft draft) {
    while (draft.playing()) {
      Match match = draft.running();
      Clocks clocks = match.clocks();
      Integer out = clocks == null ? null
          : match.turns().keySet().stream().filter(seat -> clocks.left(seat) <= 0).findFirst().orElse(null);
      if (out == null) {
        return;
      }
      absent(draft, out, "clock");
    }
  }

  /** What the bot on {@code seat} is asked, on any thread; its answer is an act as a client would send it. */
  @Nullable
  Supplier<Json> question(Match match, int seat, Bot<S, A> bot, Chance chance) {
    Sight<S, A> sight = Sight.of(game, truth(match), seat);
    return sight.legal().isEmpty() ? null : () -> acts.write(bot.act(sight, chance));
  }

  /** What a program on {@code seat} is asked, to be answered within {@code limitMillis}; null where nothing is. */
  @Nullable
  Asked asked(Match match, int seat, long limitMillis) {
    Sight<S, A> sight = Sight.of(game, truth(match), seat);
    return sight.legal().isEmpty() ? null
        : new Asked(
            () -> QUESTIONS.write(new BotQuestion(BotQuestion.ACT, BotQuestion.PROTOCOL, info.id(), seat,
                sight.view(), sight.me(), sight.legal().stream().map(acts::write).toList(), limitMillis)),
            said -> acts.write(acts.read(said)));
  }

  /** The first act that {@code seat} may do, for who does not decide; null where there is none. */
  @Nullable
  Json firstAct(Match match, int seat) {
    List<A> legal = game.legal(truth(match), seat);
    return legal.isEmpty() ? null : acts.write(legal.getFirst());
  }

  @SuppressWarnings("unchecked") // every truth in this room was made by this game
  S truth(Match match) {
    return (S) match.truth();
  }

  Object view(Match match) {
    return Objects.requireNonNull(game.view(truth(match)), "the rules' view is null");
  }

  /** What each seat of the match may see alone. */
  SortedMap<Integer, Object> mes(Match match) {
    SortedMap<Integer, Object> mes = new TreeMap<>();
    if (info.types().me() == null) {
      return mes;
    }
    for (int seat : match.plan().seats()) {
      Object me = game.me(truth(match), seat);
      if (me != null) {
        mes.put(seat, me);
      }
    }
    return mes;
  }

  /** The match goes on in {@code truth}, or ends; {@code actor} has acted, so that a new turn of its begins. */
  private void goOn(Draft draft, S truth, @Nullable Integer actor) {
    Match match = draft.running().with(truth);
    Result result = game.result(truth).orElse(null);
    if (result != null) {
      draft.match = match;
      end(draft, result);
      return;
    }
    SortedMap<Integer, Long> turns = turns(match, draft.rev, game.turn(truth), actor);
    draft.match = match.withTurns(turns, turned(match, turns.keySet(), actor, draft.terms));
  }

  /** Since when each of {@code inTurn} is; the same map where nothing changed. */
  private SortedMap<Integer, Long> turns(Match match, long rev, SortedSet<Integer> inTurn,
      @Nullable Integer actor) {
    boolean same = ticks() && inTurn.equals(match.turns().keySet());
    if (same && match.gone().isEmpty()) {
      return match.turns(); // which were looked at when they came about
    }
    for (int seat : inTurn) {
      if (!match.plays(seat)) {
        // nobody could act there: the match would hang, and with a clock that has run out the room would spin
        throw new IllegalStateException(
            "the rules give the turn to seat " + seat + ", which does not play (any more)");
      }
    }
    if (same) {
      return match.turns();
    }
    SortedMap<Integer, Long> turns = new TreeMap<>();
    for (int seat : inTurn) {
      long since = ticks() ? match.plan().start().rev() : rev;
      turns.put(seat, fresh(match, seat, actor) ? since : match.turns().getOrDefault(seat, since));
    }
    return turns;
  }

  private static boolean fresh(Match match, int seat, @Nullable Integer actor) {
    return !match.turns().containsKey(seat) || Objects.equals(actor, seat);
  }

  private static @Nullable Clocks turned(Match match, Collection<Integer> inTurn, @Nullable Integer actor,
      Terms terms) {
    Clocks clocks = match.clocks();
    if (clocks == null || terms.turnMillis() == 0) {
      return clocks;
    }
    Clocks turned = clocks.of(inTurn);
    for (int seat : inTurn) {
      if (fresh(match, seat, actor)) {
        turned = turned.with(seat, terms.turnMillis());
      }
    }
    return turned;
  }

  private void end(Draft draft, Result result) {
    Match match = draft.running().ended(result);
    draft.match = match;
    if (draft.ended == null) {
      draft.ended = MatchEnd.of(match, draft.roster.seats());
    }
    draft.enter(Phase.OVER);
    draft.roster = draft.roster.eachSeat(Seat::afterMatch).eachPerson(Person::graceAnew);
    for (int seat : List.copyOf(draft.roster.seats().keySet())) {
      Seat taken = draft.roster.seats().get(seat);
      if (taken != null && taken.holder() == null && !taken.isBots()) {
        draft.roster = draft.roster.free(seat);
      }
    }
  }

  private void happened(Draft draft, List<Record> events) {
    for (Record event : events) {
      draft.events.add(gameEvents.write(event));
    }
  }

  private static MatchChance chance(Draft draft, Match match) {
    return new MatchChance(match.plan().seed(), new MatchChance.Place(match.era(), draft.position),
        draft.draws);
  }

  /** Of a match that nobody won. */
  static Result drawn(Match match, String reason) {
    SortedMap<Integer, Integer> ranks = new TreeMap<>();
    match.plan().seats().forEach(seat -> ranks.put(seat, 1));
    return new Result(ranks, reason);
  }

  private static Result lastIs(Match match, int loser, String reason) {
    SortedMap<Integer, Integer> ranks = new TreeMap<>();
    for (int seat : match.plan().seats()) {
      ranks.put(seat, seat == loser ? match.plan().seats().size() : 1);
    }
    return new Result(ranks, reason);
  }
}
