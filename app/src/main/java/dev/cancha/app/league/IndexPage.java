package dev.cancha.app.league;

import dev.cancha.app.league.LeagueFile.Match;
import dev.cancha.app.league.LeagueFile.Row;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The page that says who is how strong, and how that is known. */
final class IndexPage {
  private static final int MOST_FAULTS = 100;

  private final LeagueFile league;
  private final MatchPages matches;

  IndexPage(LeagueFile league, MatchPages matches) {
    this.league = league;
    this.matches = matches;
  }

  String whole() {
    Markup page = new Markup().element("h1", league.title());
    page.element("p", headline());
    page.element("h2", "Table").add(table());
    page.element("h2", "Strength")
        .element("p", "Elo against the mean of all bots, and where it lies with 95 % confidence.")
        .open("figure")
        .add(RatingsPlot.of(league))
        .close("figure");
    page.element("h2", "Each against each")
        .element("p", "What the bot of the line had of its matches against that of the column, in per cent.")
        .open("div", "class", "wide")
        .add(CrossTable.of(league))
        .close("div");
    sprt(page);
    page.element("h2", "Seats")
        .element("p", "What who began, and each seat, had of the points.")
        .open("figure")
        .add(SeatsPlot.of(league))
        .close("figure");
    page.element("h2", "Length").open("figure").add(LengthsPlot.of(league)).close("figure");
    faults(page);
    coverage(page);
    page.element("h2", "Matches")
        .element("p",
            "A number that is a link leads to the match's replay, which ./cancha replay FILE plays.")
        .add(matches.links());
    bots(page);
    return Page.of(league.title() + ": the league", page);
  }

  private String headline() {
    return Figures.whole(league.matches().size())
        + (league.complete() ? "" : " (it was stopped before its end)")
        + " matches of " + league.seats() + " seats between " + league.bots().size()
        + " bots, drawn from the seed "
        + league.seed() + ". Played by Cancha " + league.run().version() + ", begun "
        + Figures.minute(league.run().started())
        + ".";
  }

  private Markup table() {
    Markup table = new Markup().open("div", "class", "wide").open("table").open("thead").open("tr");
    for (String head : List.of("", "bot", "Elo", "95 %", "points", "matches", "won", "drawn", "lost",
        "crashed",
        "timed out", "illegal")) {
      table.element("th", head, "scope", "col");
    }
    table.close("tr").close("thead").open("tbody");
    for (Row row : league.table()) {
      table.open("tr")
          .element("td", row.rank(), "class", "number")
          .element("th", row.name(), "scope", "row")
          .element("td", Figures.elo(row.elo()), "class", "number")
          .element("td", Figures.elo(row.low(), row.high()), "class", "number")
          .element("td", Figures.points(row.points()), "class", "number");
      for (int count : new int[] {row.games(), row.won(), row.drawn(), row.lost()}) {
        table.element("td", Figures.whole(count), "class", "number");
      }
      for (int count : new int[] {row.crashes(), row.timeouts(), row.illegal()}) {
        table.element("td", count == 0 ? "\u2013" : Figures.whole(count), "class",
            count == 0 ? "number" : "number fault");
      }
      table.close("tr");
    }
    return table.close("tbody").close("table").close("div");
  }

  private void sprt(Markup page) {
    LeagueFile.Sequential test = league.sprt();
    if (test == null) {
      return;
    }
    String verdict = switch (test.verdict()) {
      case "H1" -> league.name(0) + " is stronger: " + Figures.elo(test.elo1()) + " Elo or more.";
      case "H0" -> league.name(0) + " is not stronger: " + Figures.elo(test.elo0()) + " Elo or less.";
      default -> "It is not decided yet.";
    };
    page.element("h2", "Sequential test")
        .element("p", verdict + " " + Figures.elo(test.elo0()) + " against " + Figures.elo(test.elo1())
            + " Elo, each error at most " + Figures.percent(test.alpha()) + ".")
        .open("figure")
        .add(SprtPlot.of(test, league.matches()))
        .close("figure");
  }

  private void faults(Markup page) {
    List<Match> faulty = league.matches().stream().filter(match -> !match.faults().isEmpty()).toList();
    page.element("h2", "Faults");
    if (faulty.isEmpty()) {
      page.element("p", "No bot crashed, ran out of time, or acted against the rules.");
    } else {
      page.element("p", faulty.size() <= MOST_FAULTS ? "Matches in which a bot failed:"
          : "The first " + MOST_FAULTS + " of " + Figures.whole(faulty.size())
              + " matches in which a bot failed:")
          .add(matches.table(faulty.subList(0, Math.min(MOST_FAULTS, faulty.size()))));
    }
  }

  private void coverage(Markup page) {
    LeagueFile.Coverage coverage = league.coverage();
    page.element("h2", "What of the rules was seen").open("dl");
    counts(page, "Ends", coverage.ends());
    counts(page, "Acts", coverage.acts());
    counts(page, "Events", coverage.events());
    counts(page, "Phases", coverage.phases());
    counts(page, "Refusals", coverage.refusals());
    page.element("dt", "Never")
        .element("dd",
            coverage.never().isEmpty() ? "nothing of what could be" : String.join("; ", coverage.never()))
        .close("dl");
  }

  private static void counts(Markup page, String what, SortedMap<String, Long> counts) {
    if (!counts.isEmpty()) {
      page.element("dt", what)
          .element("dd", counts.entrySet()
              .stream()
              .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
              .map(count -> count.getKey() + " " + Figures.whole(count.getValue()))
              .collect(Collectors.joining(", ")));
    }
  }

  private void bots(Markup page) {
    page.element("h2", "Bots").open("ul");
    for (LeagueFile.Bot bot : league.bots()) {
      page.element("li", (bot.name().equals(bot.spec()) ? bot.name() : bot.name() + ": " + bot.spec())
          + (bot.reproducible() ? "" : " (may play otherwise next time)"));
    }
    page.close("ul");
  }
}
