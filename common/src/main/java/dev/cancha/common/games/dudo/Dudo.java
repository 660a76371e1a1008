package dev.cancha.common.games.dudo;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.game.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Everyone bids on all dice and sees only their own; whoever keeps dice longest wins. */
public final class Dudo implements Game<Match, Act> {
  /** How many dice a seat begins with, and the most it may have. */
  static final int DICE = 5;

  private static final GameInfo<Act> INFO = GameInfo.of("dudo", Act.class, Table.class)
      .title("Dudo")
      .help(
          "Everyone throws five dice under a cup and sees only their own. In turn, bid how many of all dice show a "
              + "face (ones count as every face) and raise the bid before, or call it: dudo, when you think it is too "
              + "high, calzo, when you think it is exact. Whoever is wrong loses a die; a right calzo wins one back. "
              + "Whoever has the last dice wins.")
      .seats(2, 6)
      .options(new Options())
      .me(Hand.class)
      .events(Event.class);

  @Override
  public GameInfo<Act> info() {
    return INFO;
  }

  /** Chance draws who begins, and then the dice. */
  @Override
  public Match start(Setup setup) {
    List<Integer> seats = List.copyOf(setup.seats());
    if (seats.size() < 2 || seats.size() > 6) {
      throw new IllegalArgumentException("dudo is played by 2 to 6 seats, not by " + seats.size());
    }
    int beginner = setup.chance().pick(seats);
    SortedMap<Integer, Integer> dice = new TreeMap<>();
    seats.forEach(seat -> dice.put(seat, DICE));
    Round first = new Round(1, null, Cups.thrown(dice, setup.chance()), beginner, null);
    return new Match(first, null, new TreeSet<>(), List.of());
  }

  @Override
  public Step<Match> act(Match state, int seat, Act act, Chance chance) {
    if (state.over()) {
      return Step.refused("the match is over");
    }
    if (seat != state.round().turn()) {
      return Step.refused("it is the turn of seat " + state.round().turn());
    }
    return switch (act) {
      case Act.Bid bid -> bid(state, bid);
      case Act.Call(Act.Kind kind) -> {
        StandingBid standing = state.round().bid();
        yield standing == null ? Step.refused("there is no bid to call yet: begin the round with one")
            : call(state, Verdict.of(state.round(), standing, kind), chance);
      }
    };
  }

  private static Step<Match> bid(Match state, Act.Bid bid) {
    String objection = new Raises(state.round()).objection(bid);
    if (objection != null) {
      return Step.refused(objection);
    }
    int seat = state.round().turn();
    return Step.to(new Match(state.round().raised(bid), null, state.hadOne(), state.out()),
        new Event.BidMade(seat, bid.count(), bid.face()));
  }

  private static Step<Match> call(Match state, Verdict verdict, Chance chance) {
    Round round = state.round();
    int mover = verdict.mover();
    int left = round.cups().left(mover) + verdict.change();
    SortedMap<Integer, Integer> dice = round.cups().left();
    dice.put(mover, left);
    List<Record> events = new ArrayList<>();
    events.add(new Event.Called(verdict.seat(), verdict.call(), verdict.found()));
    if (verdict.lost() != null) {
      events.add(new Event.DieLost(mover));
    } else if (verdict.won() != null) {
      events.add(new Event.DieWon(mover));
    }
    if (left == 0) {
      events.add(new Event.WentOut(mover));
    }
    boolean special = left == 1 && !state.hadOne().contains(mover);
    Match settled = state.settled(new Showdown(verdict, round.cups()), mover, left);
    return goOn(settled, round.next(dice, mover, special ? mover : null, chance), events);
  }

  /**
   * The seat is out, and the bids of the round that is played fall; the rest throw anew. Whoever was in turn begins,
   * and a special round stays one unless it was that of the seat.
   */
  @Override
  public Step<Match> absent(Match state, int seat, Chance chance) {
    Round round = state.round();
    if (state.over() || round.cups().left(seat) == 0) {
      return Step.to(state);
    }
    SortedMap<Integer, Integer> dice = round.cups().left();
    dice.put(seat, 0);
    Integer specialOf = Objects.equals(round.specialOf(), seat) ? null : round.specialOf();
    return goOn(state.settled(state.showdown(), seat, 0), round.next(dice, round.turn(), specialOf, chance),
        List.of(new Event.WentOut(seat)));
  }

  /** After a seat's dice changed: with {@code next}, unless one seat alone has dice left. */
  private static Step<Match> goOn(Match settled, Round next, List<Record> before) {
    List<Record> events = new ArrayList<>(before);
    List<Integer> in = next.cups().in();
    if (in.size() == 1) {
      events.add(new Event.Won(in.getFirst()));
      return Step.to(settled.in(settled.round().leftTo(in.getFirst())), events);
    }
    events.add(new Event.RoundBegan(next.turn(), next.number(), next.special()));
    return Step.to(settled.in(next), events);
  }

  @Override
  public SortedSet<Integer> turn(Match state) {
    return state.over() ? Turn.nobody() : Turn.of(state.round().turn());
  }

  /** Bids by count and then by face, then the calls. */
  @Override
  public List<Act> legal(Match state, int seat) {
    if (state.over() || seat != state.round().turn()) {
      return List.of();
    }
    List<Act> acts = new ArrayList<>(new Raises(state.round()).all());
    if (state.round().bid() != null) {
      acts.add(new Act.Call(Act.Kind.DUDO));
      acts.add(new Act.Call(Act.Kind.CALZO));
    }
    return List.copyOf(acts);
  }

  @Override
  public Table view(Match state) {
    return Table.of(state);
  }

  @Override
  public @Nullable Hand me(Match state, int seat) {
    List<Integer> dice = state.round().cups().dice().get(seat);
    return dice == null ? null : new Hand(dice);
  }

  /** All dice under the cups of others are as likely as each other, whatever was bid: they are thrown anew. */
  @Override
  public Match imagine(Match state, int seat, Chance chance) {
    Round round = state.round();
    return state.lifted() ? state : state.in(round.with(round.cups().imagined(seat, chance)));
  }

  @Override
  public Optional<Result> result(Match state) {
    if (!state.over()) {
      return Optional.empty();
    }
    SortedMap<Integer, Integer> ranks = new TreeMap<>();
    ranks.put(state.round().cups().in().getFirst(), 1);
    int rank = 2;
    for (int seat : state.out().reversed()) {
      ranks.put(seat, rank++);
    }
    return Optional.of(new Result(ranks, "lastWithDice"));
  }
}
