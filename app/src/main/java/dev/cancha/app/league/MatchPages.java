package dev.cancha.app.league;

import dev.cancha.app.league.LeagueFile.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All matches, so many to a page that a phone can show it. */
final class MatchPages {
  private static final int ON_A_PAGE = 500;

  private final LeagueFile league;
  private final Replays replays;

  MatchPages(LeagueFile league, Replays replays) {
    this.league = league;
    this.replays = replays;
  }

  static String file(int page) {
    return "matches-" + (page + 1) + ".html";
  }

  int count() {
    return Math.max(1, Math.ceilDiv(league.matches().size(), ON_A_PAGE));
  }

  /** Links to all of them. */
  Markup links() {
    Markup links = new Markup().open("nav", "class", "pages", "aria-label", "Matches");
    for (int page = 0; page < count(); page++) {
      List<Match> matches = on(page);
      String label = matches.isEmpty() ? "none"
          : Figures.whole(matches.getFirst().number()) + " to " + Figures.whole(matches.getLast().number());
      links.element("a", label, "href", file(page));
    }
    return links.close("nav");
  }

  String page(int page) {
    Markup content = new Markup().open("p")
        .element("a", "The league", "href", "index.html")
        .close("p")
        .element("h1", league.title() + ": matches")
        .add(links())
        .add(table(on(page)));
    return Page.of(league.title() + ": matches", content);
  }

  /** These matches, each with who sat where, how they were placed, and what went wrong. */
  Markup table(List<Match> matches) {
    Markup table = new Markup().open("div", "class", "wide").open("table").open("thead").open("tr");
    for (String head : List.of("match", "seats and places", "end", league.ticks() ? "ticks" : "acts",
        "faults")) {
      table.element("th", head, "scope", "col");
    }
    table.close("tr").close("thead").open("tbody");
    for (Match match : matches) {
      table.open("tr")
          .open("td", "class", "number")
          .add(replays.number(match.number()))
          .close("td")
          .element("td", placed(match))
          .element("td", match.end())
          .element("td", Figures.whole(match.length()), "class", "number")
          .element("td", faults(match), "class", match.faults().isEmpty() ? "faultless" : "fault")
          .close("tr");
    }
    return table.close("tbody").close("table").close("div");
  }

  private List<Match> on(int page) {
    List<Match> all = league.matches();
    return all.subList(Math.min(all.size(), page * ON_A_PAGE), Math.min(all.size(), (page + 1) * ON_A_PAGE));
  }

  private String placed(Match match) {
    List<String> placed = new ArrayList<>();
    for (int seat = 0; seat < match.seats().size(); seat++) {
      placed.add(league.name(match.seats().get(seat)) + " " + match.ranks().get(seat) + ".");
    }
    return String.join(", ", placed);
  }

  private String faults(Match match) {
    return match.faults()
        .stream()
        .map(fault -> league.name(match.seats().get(fault.seat())) + ": " + fault.kind())
        .collect(Collectors.joining(", "));
  }
}
