package dev.cancha.testkit.swarm;

import dev.cancha.common.game.Game;
import dev.cancha.server.Ports;
import dev.cancha.testkit.fault.Mix;
import dev.cancha.testkit.judge.Judges;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Workload;
import dev.cancha.testkit.sim.SimRandom;
import dev.cancha.testkit.work.Repertoire;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What all runs of a swarm have in common.
 *
 * @param workloads the names that a mix is drawn from
 * @param play makes the workloads of a run from its mix
 * @param judges makes the judges of a run
 * @param ports puts other collaborators in the place of the server's own: this is how a bug is planted
 */
public record Staging(List<String> workloads, BiFunction<SimRandom, Mix, List<Workload>> play,
    Supplier<List<Judge>> judges, UnaryOperator<Ports> ports) {
  public Staging {
    workloads = List.copyOf(workloads);
  }

  /** All workloads, all judges, the games of the workloads beside the built-in ones. */
  public static Staging usual() {
    return new Staging(Repertoire.names(), (random, mix) -> Repertoire.play(random, mix.workloads()),
        Judges::all,
        Staging::withItsGames);
  }

  private static Ports withItsGames(Ports usual) {
    List<Game<?, ?>> games = new ArrayList<>(usual.games());
    games.addAll(Repertoire.games());
    return usual.with(games);
  }

  /** The same with {@code change} made to the server's collaborators. */
  public Staging with(UnaryOperator<Ports> change) {
    return new Staging(workloads, play, judges, usual -> change.apply(ports.apply(usual)));
  }
}
