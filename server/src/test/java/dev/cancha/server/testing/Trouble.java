package dev.cancha.server.testing;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A game of two seats, both always in turn, whose acts do what a test says: take long, hang, throw. */
public final class Trouble implements Game<Trouble.State, Trouble.Do> {
  private final Consumer<String> trouble;

  /** {@code trouble} is told what is to be done, within the step. */
  public Trouble(Consumer<String> trouble) {
    this.trouble = trouble;
  }

  /** An act; one whose view throws is {@code blind}. */
  public record Do(String what) {}

  /** How a room is opened: the code of a game has its say in that already. */
  public record Options(int what) {
    public Options {
      if (what == 13) {
        throw new IllegalCallerException("no luck");
      }
    }
  }

  /** How many acts there were. */
  public record State(int acts, boolean blind) {}

  /** The same. */
  public record Board(int acts) {}

  @Override
  public GameInfo<Do> info() {
    return GameInfo.of("trouble", Do.class, Board.class).options(new Options(0));
  }

  @Override
  public State start(Setup setup) {
    return new State(0, false);
  }

  @Override
  public Step<State> act(State state, int seat, Do act, Chance chance) {
    trouble.accept(act.what());
    return Step.to(new State(state.acts() + 1, act.what().equals("blind")));
  }

  @Override
  public SortedSet<Integer> turn(State state) {
    return new TreeSet<>(List.of(0, 1));
  }

  @Override
  public List<Do> legal(State state, int seat) {
    return List.of(new Do("go"));
  }

  @Override
  public Object view(State state) {
    if (state.blind()) {
      trouble.accept("view");
    }
    return new Board(state.acts());
  }

  @Override
  public Optional<Result> result(State state) {
    return Optional.empty();
  }
}
