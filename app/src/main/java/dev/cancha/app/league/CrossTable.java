package dev.cancha.app.league;

import dev.cancha.app.league.LeagueFile.Pair;
import dev.cancha.app.league.LeagueFile.Row;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What each bot had against each other, in the order of the table, warm where it had most and cold where it had
 * least.
 */
final class CrossTable {
  /** As many shades as the style sheet has. */
  private static final int SHADES = 10;

  private CrossTable() {}

  /** Of one bot against another, from its own side. */
  private record Had(int games, double points) {}

  static Markup of(LeagueFile league) {
    Map<Integer, Map<Integer, Had>> had = new TreeMap<>();
    for (Pair pair : league.pairs()) {
      had.computeIfAbsent(pair.one(), _ -> new TreeMap<>())
          .put(pair.other(), new Had(pair.games(), pair.points()));
      had.computeIfAbsent(pair.other(), _ -> new TreeMap<>())
          .put(pair.one(), new Had(pair.games(), pair.games() - pair.points()));
    }
    Markup table = new Markup().open("table", "class", "cross")
        .open("thead")
        .open("tr")
        .element("th", "", "scope", "col");
    List<Row> rows = league.table();
    for (int i = 0; i < rows.size(); i++) {
      table.element("th", i + 1, "scope", "col", "title", rows.get(i).name());
    }
    table.close("tr").close("thead").open("tbody");
    for (int i = 0; i < rows.size(); i++) {
      Map<Integer, Had> line = had.getOrDefault(rows.get(i).bot(), Map.of());
      table.open("tr")
          .element("th", (i + 1) + " " + RatingsPlot.shortened(rows.get(i).name()), "scope", "row");
      for (Row other : rows) {
        cell(table, rows.get(i), other, line.get(other.bot()));
      }
      table.close("tr");
    }
    return table.close("tbody").close("table");
  }

  private static void cell(Markup table, Row row, Row other, @Nullable Had had) {
    if (had == null) {
      table.element("td", row.bot() == other.bot() ? "" : "\u2013", "class", "none");
      return;
    }
    double share = had.points() / had.games();
    table.element("td", Math.round(100 * share), "class",
        "heat-" + Math.min(SHADES - 1, (int) (share * SHADES)), "title",
        row.name() + " against " + other.name() + ": " + Figures.points(had.points()) + " of "
            + Figures.whole(had.games()));
  }
}
