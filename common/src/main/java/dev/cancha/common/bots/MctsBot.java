package dev.cancha.common.bots;

import dev.cancha.common.game.Bot;
import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Sight;
import dev.cancha.common.game.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Searches by playing the match to its end many times: Monte Carlo tree search, for hidden information over information
 * sets with one observer (Cowling, Powley and Whitehouse, 2012): each playout imagines the hidden things anew and goes
 * down one common tree by those of its acts that are legal there. Acts are chosen by UCB1 (Auer et al., 2002) over how
 * often they were there to choose. Where several seats are in turn, it acts first and the others follow by their
 * numbers, unseen only if the game hides it.
 *
 * <p>The budget is a number of playouts, never time, so that the same sight and chance lead to the same act everywhere.
 */
final class MctsBot<S, A> implements Bot<S, A> {
  /** What UCB1 adds for acts that are little known; rewards are 0 to 1. The usual 0.7 for games with chance. */
  private static final double CURIOSITY = 0.7;
  /** A playout that is longer than this counts as a draw. */
  private static final int LONGEST = 400;
  private static final int NOBODY = -1;

  private final Game<S, A> game;
  private final int playouts;

  /** @param playouts at least 1 */
  MctsBot(Game<S, A> game, int playouts) {
    if (playouts < 1) {
      throw new IllegalArgumentException(playouts + " playouts are none");
    }
    this.game = game;
    this.playouts = playouts;
  }

  /** An act and what came of it. */
  private static final class Node<A> {
    /** In the order in which they were met first, so that ties are decided alike everywhere. */
    final Map<A, Node<A>> children = new LinkedHashMap<>();
    int visits;
    /** How often it was legal when its parent was passed. */
    int available;
    /** Of the seat that acts here. */
    double reward;
  }

  /** One step of a playout that lies within the tree. */
  private record Passed<A>(Node<A> node, int actor) {}

  @Override
  public A act(Sight<S, A> sight, Chance chance) {
    if (sight.legal().size() == 1) {
      return sight.legal().getFirst();
    }
    SplitMix own = SplitMix.from(chance);
    Node<A> root = new Node<>();
    for (int i = 0; i < playouts; i++) {
      new Playout(sight, own).run(root);
    }
    A best = sight.legal().getFirst();
    int visits = -1;
    for (A act : sight.legal()) {
      Node<A> child = root.children.get(act);
      if (child != null && child.visits > visits) {
        best = act;
        visits = child.visits;
      }
    }
    return best;
  }

  /** One match from an imagined state to its end. Lives for that; owner: the bot's thread. */
  private final class Playout {
    private final int seat;
    private final SplitMix chance;
    private final List<Passed<A>> path = new java.util.ArrayList<>();
    private S state;
    private int steps;
    /** The seat that forfeited, which ends the match. */
    private int forfeits = NOBODY;

    Playout(Sight<S, A> sight, SplitMix chance) {
      seat = sight.seat();
      this.chance = chance;
      state = sight.imagine().apply(chance);
    }

    void run(Node<A> root) {
      Node<A> node = root;
      int actor = seat;
      boolean inside = true;
      while (inside && actor != NOBODY) {
        List<A> legal = game.legal(state, actor);
        A act = select(node, legal);
        Node<A> child = node.children.computeIfAbsent(act, met -> new Node<>());
        inside = child.visits > 0;
        path.add(new Passed<>(child, actor));
        node = child;
        apply(actor, act);
        actor = next();
      }
      while (actor != NOBODY) {
        List<A> legal = game.legal(state, actor);
        apply(actor, legal.get(chance.below(legal.size())));
        actor = next();
      }
      SortedMap<Integer, Double> rewards = rewards();
      for (Passed<A> passed : path) {
        passed.node.visits++;
        passed.node.reward += rewards.getOrDefault(passed.actor, 0.5);
      }
    }

    /** The seat that acts next; nobody at the end. */
    private int next() {
      if (forfeits != NOBODY || steps >= LONGEST) {
        return NOBODY;
      }
      SortedSet<Integer> turn = game.turn(state);
      return turn.isEmpty() ? NOBODY : turn.first();
    }

    private void apply(int actor, A act) {
      steps++;
      switch (game.act(state, actor, act, chance)) {
        case Step.Accepted<S> accepted -> state = accepted.state();
        case Step.Forfeit<S> forfeit -> forfeits = forfeit.seat();
        case Step.Refused<S> refused -> throw new IllegalStateException(
            game.info().id() + " calls " + act + " legal and refuses it: " + refused.reason());
      }
    }

    /** One that was never tried before all others, else the one with the highest bound. */
    private A select(Node<A> node, List<A> legal) {
      A best = legal.getFirst();
      double bound = -1;
      int untried = 0;
      for (A act : legal) {
        Node<A> child = node.children.get(act);
        if (child == null) {
          untried++;
          if (chance.below(untried) == 0) { // each of them equally likely
            best = act;
          }
          continue;
        }
        child.available++;
        if (untried == 0) {
          double its = child.reward / child.visits
              + CURIOSITY * Math.sqrt(StrictMath.log(child.available) / child.visits);
          if (its > bound) {
            bound = its;
            best = act;
          }
        }
      }
      return best;
    }

    /** 1 for who is first, 0 for who is last, and evenly between; a draw is in the middle. */
    private SortedMap<Integer, Double> rewards() {
      SortedMap<Integer, Double> rewards = new TreeMap<>();
      if (forfeits != NOBODY) {
        path.forEach(passed -> rewards.put(passed.actor, passed.actor == forfeits ? 0.0 : 1.0));
        return rewards;
      }
      Optional<Result> result = game.result(state);
      if (result.isPresent()) {
        SortedMap<Integer, Integer> ranks = result.get().ranks();
        ranks.forEach((of, rank) -> rewards.put(of, reward(ranks, rank)));
      }
      return rewards;
    }

    private double reward(SortedMap<Integer, Integer> ranks, int rank) {
      int worse = 0;
      int same = 0;
      for (int other : ranks.values()) {
        worse += other > rank ? 1 : 0;
        same += other == rank ? 1 : 0;
      }
      return ranks.size() == 1 ? 1 : (worse + (same - 1) / 2.0) / (ranks.size() - 1);
    }
  }
}
