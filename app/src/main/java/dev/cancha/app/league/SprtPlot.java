package dev.cancha.app.league;

import dev.cancha.app.league.Drawing.Spot;
import dev.cancha.app.league.LeagueFile.Match;
import dev.cancha.app.league.LeagueFile.Sequential;
import dev.cancha.app.rating.Score;
import dev.cancha.app.rating.Sprt;
import java.util.ArrayList;
import java.util.List;

/** How the ratio of a sequential test went, seed by seed, between its bounds. */
final class SprtPlot {
  private static final double LEFT = 56;
  private static final double RIGHT = Drawing.WIDTH - 24;
  private static final double TOP = 8;
  private static final double BOTTOM = 230;
  private static final double BELOW = 44;
  /** More of them than this are not told apart. */
  private static final int MOST_SPOTS = 1_000;

  private SprtPlot() {}

  static Markup of(Sequential test, List<Match> matches) {
    List<Score> scores = new ArrayList<>();
    matches.forEach(match -> scores.add(new Score(match.group(), match.seats(), match.ranks())));
    List<Sprt.Standing> course = new Sprt(test.elo0(), test.elo1(), test.alpha(), test.beta())
        .course(Sprt.shares(scores));
    if (course.isEmpty()) {
      return new Markup();
    }
    Sprt.Standing last = course.getLast();
    Scale across = Scale.around(0, course.size(), LEFT, RIGHT);
    Scale up = Scale.around(
        Math.min(last.lower(), course.stream().mapToDouble(Sprt.Standing::llr).min().orElse(0)),
        Math.max(last.upper(), course.stream().mapToDouble(Sprt.Standing::llr).max().orElse(0)), BOTTOM, TOP);
    List<Spot> spots = new ArrayList<>(List.of(new Spot(LEFT, up.at(0))));
    int stride = Math.ceilDiv(course.size(), MOST_SPOTS);
    for (int i = stride - 1; i < course.size(); i += stride) {
      spots.add(new Spot(across.at(i + 1), up.at(course.get(i).llr())));
    }
    spots.add(new Spot(across.at(course.size()), up.at(last.llr())));
    return new Drawing("The course of the sequential test", BOTTOM + BELOW)
        .upwards(up, value -> Figures.points(value), LEFT, RIGHT)
        .across(across, value -> Figures.whole(Math.round(value)), BOTTOM, BOTTOM)
        .line("bound", new Spot(LEFT, up.at(last.upper())), new Spot(RIGHT, up.at(last.upper())))
        .line("bound", new Spot(LEFT, up.at(last.lower())), new Spot(RIGHT, up.at(last.lower())))
        .text("end", "stronger", new Spot(RIGHT, up.at(last.upper()) - 5))
        .text("end", "not stronger", new Spot(RIGHT, up.at(last.lower()) + 14))
        .path("course", spots)
        .text("middle", "seeds, each with the seats swapped",
            new Spot((LEFT + RIGHT) / 2, BOTTOM + BELOW - 6))
        .done();
  }
}
