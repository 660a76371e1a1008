package dev.cancha.app.league;

import dev.cancha.app.league.Drawing.Spot;
import dev.cancha.app.league.LeagueFile.Match;
import java.util.stream.IntStream;

/** How many matches were how long. */
final class LengthsPlot {
  private static final double LEFT = 56;
  private static final double RIGHT = Drawing.WIDTH - 24;
  private static final double TOP = 8;
  private static final double BOTTOM = 190;
  private static final double BELOW = 44;
  private static final double GAP = 0.5;
  private static final int MOST_BARS = 40;

  private LengthsPlot() {}

  static Markup of(LeagueFile league) {
    int[] lengths = league.matches().stream().mapToInt(Match::length).toArray();
    Scale across = Scale.around(IntStream.of(lengths).min().orElse(0),
        IntStream.of(lengths).max().orElse(0) + 1.0, LEFT, RIGHT);
    int width = (int) Math.ceil((across.most() - across.least()) / MOST_BARS);
    int[] counts = new int[(int) Math.ceil((across.most() - across.least()) / width)];
    for (int length : lengths) {
      counts[(int) ((length - across.least()) / width)]++;
    }
    Scale up = Scale.around(0, Math.max(1, IntStream.of(counts).max().orElse(0)), BOTTOM, TOP);
    String unit = league.ticks() ? "ticks" : "acts";
    Drawing drawing = new Drawing("How many matches took how many " + unit, BOTTOM + BELOW)
        .upwards(up, LengthsPlot::whole, LEFT, RIGHT)
        .across(across, LengthsPlot::whole, BOTTOM, BOTTOM);
    for (int i = 0; i < counts.length; i++) {
      double from = across.least() + (double) i * width;
      if (counts[i] > 0) {
        drawing.box("bar", new Spot(across.at(from) + GAP, up.at(counts[i])),
            new Spot(across.at(from + width) - GAP, BOTTOM));
      }
    }
    return drawing.text("middle", unit + " of a match", new Spot((LEFT + RIGHT) / 2, BOTTOM + BELOW - 6))
        .done();
  }

  /** There is no half a match. */
  private static String whole(double value) {
    return value == Math.rint(value) ? Figures.whole(Math.round(value)) : "";
  }
}
