package dev.cancha.common.bots;

import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.dudo.Dudo;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Measures; {@code build/measure bot-strength} runs it and writes what it prints into docs/performance.md. Its name
 * keeps it out of builds.
 */
class BotStrength {
  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void mctsAgainstRandom() {
    ConnectFour four = new ConnectFour();
    Dudo dudo = new Dudo();
    for (int playouts : new int[] {100, Bots.PLAYOUTS}) {
      print("connectFour", playouts, 100,
          new Table<>(four).wins(Bots.mcts(four, playouts), new RandomBot<>(), 100));
      print("dudo", playouts, 400, new Table<>(dudo).wins(Bots.mcts(dudo, playouts), new RandomBot<>(), 400));
    }
  }

  private static void print(String game, int playouts, int matches, double wins) {
    System.out.println(String.format(Locale.ROOT, "strength %s %d %d %.1f", game, playouts, matches, wins));
  }
}
