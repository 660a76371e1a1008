package dev.cancha.testkit.work;

import dev.cancha.testkit.scene.Workload;
import java.util.List;

/** Workloads that are no matter of chance. */
public final class Workloads {
  private Workloads() {}

  /** One room of {@code players} of {@code game}, without anyone else: for figures that are to be compared. */
  public static List<Workload> table(String game, int players) {
    return List.of(new Table(game, players, 0));
  }
}
