package dev.cancha.common.bots;

import dev.cancha.common.game.Bot;
import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The bots of a game. */
public final class Bots {
  /** How often {@code mcts} plays a match to its end before it acts. */
  static final int PLAYOUTS = 600;

  private Bots() {}

  /**
   * Those that {@code game} brings along, then {@code mcts} where it can think ahead, then {@code random}; the first is
   * the default. A game that ticks leaves no time to search, and one that hides something and cannot imagine it anew
   * would show it.
   */
  public static <S, A> SequencedMap<String, Bot<S, A>> of(Game<S, A> game) {
    SequencedMap<String, Bot<S, A>> bots = new LinkedHashMap<>(game.bots());
    if (game.info().tickRate() == 0 && (game.info().types().me() == null || imagines(game))) {
      bots.putIfAbsent("mcts", new MctsBot<>(game, PLAYOUTS));
    }
    bots.putIfAbsent("random", new RandomBot<>());
    return Collections.unmodifiableSequencedMap(bots);
  }

  /** Another with a budget of its own. */
  public static <S, A> Bot<S, A> mcts(Game<S, A> game, int playouts) {
    return new MctsBot<>(game, playouts);
  }

  private static boolean imagines(Game<?, ?> game) {
    try {
      return game.getClass()
          .getMethod("imagine", Object.class, int.class, Chance.class)
          .getDeclaringClass() != Game.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every game has it", e);
    }
  }
}
