package dev.cancha.app.match;

import dev.cancha.app.rating.Sprt.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What a league has come to.
 *
 * @param complete whether nothing is left to play
 * @param sprt where the sequential test stands; absent where there is none
 */
record LeagueResult(Plan plan, Tally tally, Standings standings, Coverage coverage, boolean complete,
    @Nullable Standing sprt) {
  static LeagueResult of(Plan plan, League league) {
    Collector collector = league.collector();
    Tally tally = collector.tally();
    return new LeagueResult(plan, tally, Standings.of(plan.entrants(), tally),
        Coverage.of(plan.game(), league.forms(), plan.schedule().seats(), tally), collector.complete(),
        collector.standing());
  }

  int faults() {
    return standings.rows().stream().mapToInt(Row::faults).sum();
  }
}
