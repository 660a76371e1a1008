package dev.cancha.server.room;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Range;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A small game that needs all that a room has: two to four seats take stones out of a pool, all at once in turn, each
 * with a secret; it plays on without one who is gone, and its rules can be made to break.
 */
public final class Pool implements Game<Pool.State, Pool.Act> {
  private final GameInfo<Act> info;

  public Pool() {
    this(GameInfo.Defaults.UNHURRIED);
  }

  public Pool(GameInfo.Defaults settings) {
    info = new GameInfo<>("pool", "Pool", "Take stones.", new GameInfo.Seats(2, 4), 0,
        new GameInfo.Types<>(Act.class, new Options(10, false), View.class, Mine.class, Event.class),
        settings);
  }

  /** {@code stubborn}: the rules leave the turn to one who is gone, which they must not. */
  public record Options(@Range(min = 1, max = 50) int stones, boolean stubborn) {}

  public sealed interface Act {
    record Take(@Range(min = 1, max = 3) int stones) implements Act {}

    /** Gives up by an act of the game's own. */
    record Fold() implements Act {}

    record Fail(How how) implements Act {}
  }

  /** How the rules break. */
  public enum How {
    EXCEPTION, ASSERTION, OVERFLOW,
    /** The view cannot be written. */
    VIEW,
    /** The event is none of the game's. */
    EVENT
  }

  public record View(int left, List<Integer> in, @Nullable Double weight) {
    public View {
      in = List.copyOf(in);
    }
  }

  public record Mine(String secret) {}

  public sealed interface Event {
    record Took(int seat) implements Event {}

    record WentOut(int seat) implements Event {}
  }

  /** {@code taken}: seat to stones; {@code in}: who has not gone. */
  public record State(Options options, int left, SortedMap<Integer, Integer> taken, SortedSet<Integer> in,
      boolean unwritable) {
    public State {
      taken = Collections.unmodifiableSortedMap(new TreeMap<>(taken));
      in = Collections.unmodifiableSortedSet(new TreeSet<>(in));
    }

    State without(int seat) {
      SortedSet<Integer> rest = new TreeSet<>(in);
      rest.remove(seat);
      return new State(options, left, taken, rest, unwritable);
    }

    State took(int seat, int stones) {
      SortedMap<Integer, Integer> more = new TreeMap<>(taken);
      more.merge(seat, stones, Integer::sum);
      return new State(options, left - stones, more, in, unwritable);
    }
  }

  @Override
  public GameInfo<Act> info() {
    return info;
  }

  @Override
  public State start(Setup setup) {
    Options options = (Options) setup.options();
    SortedMap<Integer, Integer> taken = new TreeMap<>();
    setup.seats().forEach(seat -> taken.put(seat, 0));
    return new State(options, options.stones(), taken, setup.seats(), false);
  }

  @Override
  public Step<State> act(State state, int seat, Act act, Chance chance) {
    return switch (act) {
      case Act.Take(int stones) -> stones > state.left()
          ? Step.refused("only " + state.left() + " are left")
          : Step.to(state.took(seat, stones), List.of(new Event.Took(seat)));
      case Act.Fold() -> new Step.Forfeit<>(seat);
      case Act.Fail(How how) -> fail(state, how);
    };
  }

  private static Step<State> fail(State state, How how) {
    return switch (how) {
      case EXCEPTION -> throw new IllegalStateException("these rules broke on purpose");
      case ASSERTION -> throw new AssertionError("these rules broke on purpose");
      case OVERFLOW -> throw new StackOverflowError("these rules broke on purpose");
      case VIEW -> Step.to(new State(state.options(), state.left(), state.taken(), state.in(), true));
      case EVENT -> Step.to(state, List.of(new Mine("no event")));
    };
  }

  @Override
  public Step<State> absent(State state, int seat, Chance chance) {
    return Step.to(state.options().stubborn() ? state : state.without(seat),
        List.of(new Event.WentOut(seat)));
  }

  @Override
  public SortedSet<Integer> turn(State state) {
    return result(state).isPresent() ? Collections.emptySortedSet() : state.in();
  }

  @Override
  public List<Act> legal(State state, int seat) {
    return turn(state).contains(seat) ? List.of(new Act.Take(1)) : List.of();
  }

  @Override
  public View view(State state) {
    return new View(state.left(), List.copyOf(state.in()), state.unwritable() ? Double.NaN : null);
  }

  @Override
  public Mine me(State state, int seat) {
    return new Mine("secret-of-" + seat + "-" + state.taken().getOrDefault(seat, 0));
  }

  /** The more stones the better; who has gone is last. */
  @Override
  public Optional<Result> result(State state) {
    if (state.left() > 0 && state.in().size() > 1) {
      return Optional.empty();
    }
    SortedMap<Integer, Integer> ranks = new TreeMap<>();
    state.taken().forEach((seat, stones) -> {
      long better = state.taken()
          .entrySet()
          .stream()
          .filter(other -> score(state, other.getKey()) > score(state, seat))
          .count();
      ranks.put(seat, (int) better + 1);
    });
    return Optional.of(new Result(ranks, state.left() == 0 ? "poolEmpty" : "lastIn"));
  }

  private static int score(State state, int seat) {
    return state.in().contains(seat) ? state.taken().getOrDefault(seat, 0) : -1;
  }
}
