package dev.cancha.app.league;

import dev.cancha.app.league.Drawing.Spot;
import dev.cancha.app.league.LeagueFile.Row;
import java.util.List;
import java.util.Objects;

/** A dot for each bot with its interval, best first. */
final class RatingsPlot {
  private static final double LEFT = 170;
  private static final double RIGHT = Drawing.WIDTH - 24;
  private static final double TOP = 8;
  private static final double ROW = 26;
  private static final double BELOW = 24;
  private static final int LONGEST_NAME = 20;

  private RatingsPlot() {}

  static Markup of(LeagueFile league) {
    List<Row> rows = league.table();
    double bottom = TOP + ROW * rows.size();
    double least = rows.stream()
        .mapToDouble(row -> Objects.requireNonNullElse(row.low(), row.elo()))
        .min()
        .orElse(0);
    double most = rows.stream()
        .mapToDouble(row -> Objects.requireNonNullElse(row.high(), row.elo()))
        .max()
        .orElse(0);
    Scale scale = Scale.around(Math.min(least, -1), Math.max(most, 1), LEFT, RIGHT);
    Drawing drawing = new Drawing("Elo of each bot with its 95 % interval", bottom + BELOW)
        .across(scale, Figures::elo, TOP, bottom);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double y = TOP + ROW * (i + 0.5);
      drawing.text("end", shortened(row.name()), new Spot(LEFT - 14, y + 4));
      if (row.low() != null && row.high() != null) {
        drawing.interval(scale, y, row.low(), row.high());
      }
      drawing.dot("dot", new Spot(scale.at(row.elo()), y));
    }
    return drawing.done();
  }

  static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "\u2026";
  }
}
