package dev.cancha.app.match;

import dev.cancha.app.load.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a run, besides its matches.
 *
 * @param version of Cancha
 * @param started in ISO 8601
 * @param played how many matches
 */
record RunFacts(String version, String started, double seconds, int played, Path folder) {
  Run of(LeagueResult result) {
    Plan plan = result.plan();
    return new Run(version, Surroundings.machine(), started, Standings.rounded(seconds, 1000), played,
        seconds <= 0 ? 0 : Standings.rounded(played / seconds, 10), plan.ways().parallel(), folder.toString(),
        plan.entrants().stream().map(RunFacts::started).toList(), faults(result));
  }

  private static String started(Entrant entrant) {
    return entrant.player() instanceof Entrant.Program program ? String.join(" ", program.command())
        : entrant.spec();
  }

  /** The first of each kind for each bot. */
  private static List<Run.Told> faults(LeagueResult result) {
    Map<String, Run.Told> first = new LinkedHashMap<>();
    for (Played played : result.tally().matches()) {
      for (Fault fault : played.faults()) {
        String bot = result.plan().entrants().get(played.seats().get(fault.seat())).name();
        first.putIfAbsent(bot + fault.kind(), new Run.Told(played.number(), bot, fault.kind(), fault.what()));
      }
    }
    return new ArrayList<>(first.values());
  }
}
