package dev.cancha.testkit.work;

import dev.cancha.testkit.scene.Workload;
import dev.cancha.testkit.sim.SimRandom;
import java.util.ArrayList;
import java.util.List;

/** The workloads of a run. */
public final class Workloads {
  private static final List<String> GAMES = List.of("connectFour", "dudo", "whispers");

  private Workloads() {}

  /** A mix from a seed: a few tables, sometimes with visitors of the lobby and with abusers. */
  public static List<Workload> draw(SimRandom random) {
    List<Workload> drawn = new ArrayList<>();
    for (int tables = (int) random.between(1, 3); tables > 0; tables--) {
      String game = random.pick(GAMES);
      int players = game.equals("connectFour") ? 2 : (int) random.between(2, 4);
      drawn.add(new Table(game, players, random.chance(0.4) ? (int) random.between(1, 3) : 0));
    }
    if (random.chance(0.4)) {
      drawn.add(new Visitors(random.pick(GAMES), (int) random.between(1, 3)));
    }
    if (random.chance(0.4)) {
      drawn.add(new Abusers((int) random.between(1, 4)));
    }
    return drawn;
  }

  /** One room of {@code players} of {@code game}, without anyone else: for figures that are to be compared. */
  public static List<Workload> table(String game, int players) {
    return List.of(new Table(game, players, 0));
  }
}
