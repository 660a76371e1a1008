package dev.cancha.app.league;

import dev.cancha.app.league.Drawing.Spot;
import dev.cancha.app.league.LeagueFile.FirstSeat;
import dev.cancha.app.league.LeagueFile.Match;
import dev.cancha.app.rating.Interval;
import java.util.List;

/** What who began had of the points of its matches, and what each seat had. */
final class SeatsPlot {
  private static final double LEFT = 120;
  private static final double RIGHT = Drawing.WIDTH - 24;
  private static final double TOP = 8;
  private static final double ROW = 26;
  private static final double BELOW = 24;
  private static final Scale SCALE = new Scale(0, 1, LEFT, RIGHT);

  private SeatsPlot() {}

  static Markup of(LeagueFile league) {
    double bottom = TOP + ROW * (1 + league.seats());
    Drawing drawing = new Drawing("What each seat had of the points, with its 95 % interval", bottom + BELOW)
        .across(SCALE, Figures::percent, TOP, bottom)
        .line("even", new Spot(SCALE.at(0.5), TOP), new Spot(SCALE.at(0.5), bottom));
    FirstSeat first = league.coverage().firstSeat();
    row(drawing, 0, "who began", first);
    for (int seat = 0; seat < league.seats(); seat++) {
      row(drawing, seat + 1, "seat " + seat, had(seat, league.matches()));
    }
    return drawing.done();
  }

  private static void row(Drawing drawing, int row, String name, FirstSeat had) {
    double y = TOP + ROW * (row + 0.5);
    drawing.text("end", name, new Spot(LEFT - 14, y + 4))
        .interval(SCALE, y, had.low(), had.high())
        .dot("dot", new Spot(SCALE.at(had.share()), y));
  }

  private static FirstSeat had(int seat, List<Match> matches) {
    double points = 0;
    for (Match match : matches) {
      points += points(match.ranks(), seat);
    }
    Interval interval = Interval.wilson(points, matches.size());
    return new FirstSeat(matches.isEmpty() ? 0.5 : points / matches.size(), interval.low(), interval.high());
  }

  private static double points(List<Integer> ranks, int seat) {
    double points = 0;
    for (int other = 0; other < ranks.size(); other++) {
      points += other == seat ? 0 : 0.5 + 0.5 * Integer.signum(ranks.get(other) - ranks.get(seat));
    }
    return points / (ranks.size() - 1);
  }
}
