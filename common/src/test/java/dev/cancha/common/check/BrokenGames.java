package dev.cancha.common.check;

import dev.cancha.common.game.Bot;
import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.game.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Games that are broken on purpose, each in one thing. */
final class BrokenGames {
  private BrokenGames() {}

  static final class HashMapInState extends Pile {
    @Override
    public State start(Setup setup) {
      State first = super.start(setup);
      return new State(STICKS, first.in(), first.next(), new HashMap<>(first.cards()), first.taken(),
          List.of());
    }
  }

  static final class UnorderedMapInState extends Pile {
    @Override
    public State start(Setup setup) {
      State first = super.start(setup);
      return new State(STICKS, first.in(), first.next(), Map.copyOf(first.cards()), first.taken(), List.of());
    }
  }

  /** Its list grows with each act, in all states that there were. */
  static final class StateThatGrows extends Pile {
    @Override
    public State start(Setup setup) {
      State first = super.start(setup);
      return new State(STICKS, first.in(), first.next(), first.cards(), first.taken(), new ArrayList<>());
    }

    @Override
    public Step<State> act(State state, int seat, Take take, Chance chance) {
      if (!legal(state, seat).contains(take)) {
        return Step.refused("take less");
      }
      state.log().add(take.sticks());
      return Step.to(new State(state.sticks() - take.sticks(), state.in(), state.after(seat), state.cards(),
          state.taken(), state.log()));
    }
  }

  static final class LegalThatIsRefused extends Pile {
    @Override
    public List<Take> legal(State state, int seat) {
      return turn(state).contains(seat) ? List.of(new Take(1), new Take(2), new Take(3)) : List.of();
    }
  }

  static final class LegalForEverybody extends Pile {
    @Override
    public List<Take> legal(State state, int seat) {
      return super.legal(state, state.next());
    }
  }

  static final class AcceptsWhatIsNotLegal extends Pile {
    @Override
    public Step<State> act(State state, int seat, Take take, Chance chance) {
      return Step.to(taken(state, seat, Math.min(take.sticks(), state.sticks())));
    }
  }

  static final class ThrowsAtIllegalActs extends Pile {
    @Override
    public Step<State> act(State state, int seat, Take take, Chance chance) {
      if (take.sticks() > 3) {
        throw new IllegalArgumentException("too many");
      }
      return super.act(state, seat, take, chance);
    }
  }

  static final class SecretInView extends Pile {
    @Override
    public Object view(State state) {
      return new View(state.sticks(), state.cards(), null);
    }
  }

  static final class SecretInEvent extends Pile {
    @Override
    public Step<State> act(State state, int seat, Take take, Chance chance) {
      return super.act(state, seat, take, chance) instanceof Step.Accepted<State>(State next, var _)
          ? Step.to(next, new Took(seat, state.cards().values().iterator().next()))
          : Step.refused("take less");
    }
  }

  static final class ImagineThatForgetsItself extends Pile {
    @Override
    public State imagine(State state, int seat, Chance chance) {
      return super.imagine(state, -1, chance);
    }
  }

  static final class ImagineThatKeepsAll extends Pile {
    @Override
    public State imagine(State state, int seat, Chance chance) {
      return state;
    }
  }

  /** Not of the pile, which imagines. */
  static final class MeWithoutImagine implements Game<MeWithoutImagine.Heap, Pile.Take> {
    record Heap(int sticks, int next, int card) {}

    record Shown(int sticks) {}

    @Override
    public GameInfo<Pile.Take> info() {
      return GameInfo.of("heap", Pile.Take.class, Shown.class).help("Take.").me(Pile.Card.class);
    }

    @Override
    public Heap start(Setup setup) {
      return new Heap(Pile.STICKS, 0, setup.chance().below(52));
    }

    @Override
    public Step<Heap> act(Heap heap, int seat, Pile.Take take, Chance chance) {
      return legal(heap, seat).contains(take) ? Step.to(new Heap(heap.sticks() - 1, 1 - seat, heap.card()))
          : Step.refused("take one");
    }

    @Override
    public SortedSet<Integer> turn(Heap heap) {
      return heap.sticks() == 0 ? Turn.nobody() : Turn.of(heap.next());
    }

    @Override
    public List<Pile.Take> legal(Heap heap, int seat) {
      return turn(heap).contains(seat) ? List.of(new Pile.Take(1)) : List.of();
    }

    @Override
    public Object view(Heap heap) {
      return new Shown(heap.sticks());
    }

    @Override
    public Object me(Heap heap, int seat) {
      return new Pile.Card(heap.card());
    }

    @Override
    public Optional<Result> result(Heap heap) {
      return heap.sticks() > 0 ? Optional.empty() : Optional.of(Result.drawn(Turn.of(0, 1), "allTaken"));
    }
  }

  static final class NeverEnds extends Pile {
    @Override
    public Step<State> act(State state, int seat, Take take, Chance chance) {
      return super.act(state, seat, take, chance) instanceof Step.Accepted<State>(State next, var _)
          ? Step.to(new State(STICKS, next.in(), next.next(), next.cards(), next.taken(), List.of()))
          : Step.refused("take less");
    }
  }

  static final class Hangs extends Pile {
    @Override
    public SortedSet<Integer> turn(State state) {
      return state.sticks() < 4 ? Turn.nobody() : super.turn(state);
    }
  }

  static final class GoesOnAfterTheEnd extends Pile {
    @Override
    public SortedSet<Integer> turn(State state) {
      return Turn.of(state.next());
    }

    @Override
    public List<Take> legal(State state, int seat) {
      return state.over() ? List.of() : super.legal(state, seat);
    }
  }

  static final class AbsentSeatStaysInTurn extends Pile {
    @Override
    public Step<State> absent(State state, int seat, Chance chance) {
      return Step.to(state);
    }
  }

  /** At once it is not in turn; it comes again in the next round. */
  static final class AbsentSeatComesBack extends Pile {
    @Override
    public Step<State> absent(State state, int seat, Chance chance) {
      int next = state.next() == seat ? state.after(seat) : state.next();
      return Step.to(new State(state.sticks(), state.in(), next, state.cards(), state.taken(), state.log()));
    }
  }

  static final class AbsentIsRefused extends Pile {
    @Override
    public Step<State> absent(State state, int seat, Chance chance) {
      return Step.refused("stay");
    }
  }

  static final class RanksMissASeat extends Pile {
    @Override
    public Optional<Result> result(State state) {
      SortedMap<Integer, Integer> scores = new TreeMap<>(state.taken());
      scores.remove(scores.lastKey());
      return super.result(state).map(_ -> Result.byScore(scores, "allTaken"));
    }
  }

  static final class RanksFromZero extends Pile {
    @Override
    public Optional<Result> result(State state) {
      SortedMap<Integer, Integer> ranks = new TreeMap<>(state.taken());
      ranks.replaceAll((seat, taken) -> 0);
      return super.result(state).map(_ -> new Result(ranks, "allTaken"));
    }
  }

  static final class ChanceOfItsOwn extends Pile {
    @Override
    public Step<State> act(State state, int seat, Take take, Chance chance) {
      State luckier = new State(state.sticks(), state.in(), state.next(), state.cards(), state.taken(),
          List.of((int) (Math.random() * 1_000_000)));
      return super.act(luckier, seat, take, chance);
    }
  }

  static final class StaticCounter extends Pile {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    public Step<State> act(State state, int seat, Take take, Chance chance) {
      State counted = new State(state.sticks(), state.in(), state.next(), state.cards(), state.taken(),
          List.of(COUNT.incrementAndGet()));
      return super.act(counted, seat, take, chance);
    }
  }

  static final class FieldThatChanges extends Pile {
    private int count;

    @Override
    public State start(Setup setup) {
      count++;
      return super.start(setup);
    }

    @Override
    public Object view(State state) {
      return new View(state.sticks(), Map.of(), count);
    }
  }

  static final class ClockInRules extends Pile {
    @Override
    public Step<State> act(State state, int seat, Take take, Chance chance) {
      State timed = new State(state.sticks(), state.in(), state.next(), state.cards(), state.taken(),
          List.of((int) (System.nanoTime() & 0x3FFF_FFFF)));
      return super.act(timed, seat, take, chance);
    }
  }

  static final class NoView extends Pile {
    @Override
    public @Nullable Object view(State state) {
      return state.over() ? null : super.view(state);
    }
  }

  static final class ViewOfAnotherClass extends Pile {
    @Override
    public Object view(State state) {
      return new Card(1);
    }
  }

  /** More than its own record allows; it can be written, and nobody who reads by the schema accepts it. */
  static final class LegalOutOfRange extends Pile {
    @Override
    public List<Take> legal(State state, int seat) {
      return turn(state).contains(seat) ? List.of(new Take(0)) : List.of();
    }

    @Override
    public Step<State> act(State state, int seat, Take take, Chance chance) {
      return take.sticks() > 0 ? Step.refused("take none") : Step.to(taken(state, seat, 1));
    }
  }

  static final class Throws extends Pile {
    @Override
    public Step<State> act(State state, int seat, Take take, Chance chance) {
      if (state.sticks() == 1 && take.sticks() == 1) {
        throw new IllegalStateException("the last one");
      }
      return super.act(state, seat, take, chance);
    }
  }

  static final class StartsOnlyWithTwo extends Pile {
    @Override
    public State start(Setup setup) {
      if (setup.seats().size() > 2) {
        throw new IllegalArgumentException("two play");
      }
      return super.start(setup);
    }
  }

  static final class BotThatCheats extends Pile {
    @Override
    public SequencedMap<String, Bot<State, Take>> bots() {
      return new LinkedHashMap<>(Map.of("greedy", (_, _) -> new Take(4)));
    }
  }

  /** What a state holds besides its components is lost when it is stored. */
  static final class ConstructorThatChanges implements Game<ConstructorThatChanges.Count, Pile.Take> {
    record Count(int sticks) {
      Count {
        sticks = sticks > 6 ? sticks - 1 : sticks;
      }
    }

    @Override
    public GameInfo<Pile.Take> info() {
      return GameInfo.of("count", Pile.Take.class, Count.class).help("Take.");
    }

    @Override
    public Count start(Setup setup) {
      return new Count(Pile.STICKS);
    }

    @Override
    public Step<Count> act(Count count, int seat, Pile.Take take, Chance chance) {
      return take.sticks() > 1 ? Step.refused("take one") : Step.to(new Count(count.sticks() - 1));
    }

    @Override
    public SortedSet<Integer> turn(Count count) {
      return count.sticks() == 0 ? Turn.nobody() : Turn.of(0, 1);
    }

    @Override
    public List<Pile.Take> legal(Count count, int seat) {
      return turn(count).contains(seat) ? List.of(new Pile.Take(1)) : List.of();
    }

    @Override
    public Object view(Count count) {
      return count;
    }

    @Override
    public Optional<Result> result(Count count) {
      return count.sticks() > 0 ? Optional.empty() : Optional.of(Result.drawn(Turn.of(0, 1), "allTaken"));
    }
  }

  static final class NoHelpAndForfeits extends Pile {
    @Override
    public GameInfo<Take> info() {
      return super.info().help("");
    }

    @Override
    public Step<State> absent(State state, int seat, Chance chance) {
      return Step.forfeit(seat);
    }
  }
}
