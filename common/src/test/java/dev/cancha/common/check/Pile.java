package dev.cancha.common.check;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Range;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.game.Turn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A small game that is right in everything: two to four take one to three sticks of a pile, in turn, and each holds a
 * card that nobody else sees. Those that extend it are each wrong in one thing.
 */
class Pile implements Game<Pile.State, Pile.Take> {
  static final int STICKS = 12;

  record Take(@Range(min = 1, max = 4) int sticks) {}

  /**
   * The whole truth. It copies nothing, so that broken games can put into it what they like.
   *
   * @param in the seats that are not gone
   * @param taken how many sticks each seat has
   * @param log what was taken, in order
   */
  record State(int sticks, SortedSet<Integer> in, int next, Map<Integer, Integer> cards,
      Map<Integer, Integer> taken,
      List<Integer> log) {
    State {
      in = Collections.unmodifiableSortedSet(new TreeSet<>(in));
    }

    boolean over() {
      return sticks == 0 || in.size() < 2;
    }

    int after(int seat) {
      return in.tailSet(seat + 1).stream().findFirst().orElse(in.isEmpty() ? seat : in.first());
    }
  }

  record View(int sticks, Map<Integer, Integer> taken, @Nullable Integer last) {}

  record Card(int card) {}

  record Took(int seat, int sticks) {}

  @Override
  public GameInfo<Take> info() {
    return GameInfo.of("pile", Take.class, View.class)
        .help("Take sticks.")
        .seats(2, 4)
        .me(Card.class)
        .events(Took.class);
  }

  @Override
  public State start(Setup setup) {
    SortedMap<Integer, Integer> cards = new TreeMap<>();
    SortedMap<Integer, Integer> taken = new TreeMap<>();
    for (int seat : setup.seats()) {
      cards.put(seat, setup.chance().below(52));
      taken.put(seat, 0);
    }
    return new State(STICKS, setup.seats(), setup.seats().first(), fixed(cards), fixed(taken), List.of());
  }

  static Map<Integer, Integer> fixed(Map<Integer, Integer> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  @Override
  public Step<State> act(State state, int seat, Take take, Chance chance) {
    if (take.sticks() > Math.min(3, state.sticks())) {
      return Step.refused("take one to three, and no more than there are");
    }
    return Step.to(taken(state, seat, take.sticks()), new Took(seat, take.sticks()));
  }

  static State taken(State state, int seat, int sticks) {
    SortedMap<Integer, Integer> taken = new TreeMap<>(state.taken());
    taken.merge(seat, sticks, Integer::sum);
    List<Integer> log = new ArrayList<>(state.log());
    log.add(sticks);
    return new State(state.sticks() - sticks, state.in(), state.after(seat), state.cards(), fixed(taken),
        List.copyOf(log));
  }

  @Override
  public Step<State> absent(State state, int seat, Chance chance) {
    SortedSet<Integer> in = new TreeSet<>(state.in());
    in.remove(seat);
    int next = state.next() == seat ? state.after(seat) : state.next();
    return Step.to(new State(state.sticks(), in, next, state.cards(), state.taken(), state.log()));
  }

  @Override
  public SortedSet<Integer> turn(State state) {
    return state.over() ? Turn.nobody() : Turn.of(state.next());
  }

  @Override
  public List<Take> legal(State state, int seat) {
    int most = turn(state).contains(seat) ? Math.min(3, state.sticks()) : 0;
    return IntStream.rangeClosed(1, most).mapToObj(Take::new).toList();
  }

  @Override
  public @Nullable Object view(State state) {
    return new View(state.sticks(), state.taken(), state.log().isEmpty() ? null : state.log().getLast());
  }

  @Override
  public @Nullable Object me(State state, int seat) {
    Integer card = state.cards().get(seat);
    return card == null ? null : new Card(card);
  }

  @Override
  public State imagine(State state, int seat, Chance chance) {
    SortedMap<Integer, Integer> cards = new TreeMap<>(state.cards());
    cards.replaceAll((other, card) -> other == seat ? card : (Integer) chance.below(52));
    return new State(state.sticks(), state.in(), state.next(), fixed(cards), state.taken(), state.log());
  }

  @Override
  public Optional<Result> result(State state) {
    return state.over() ? Optional.of(Result.byScore(new TreeMap<>(state.taken()), "allTaken"))
        : Optional.empty();
  }
}
