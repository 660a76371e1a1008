package dev.cancha.app.match;

import dev.cancha.app.rating.Sprt.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a league has come to, for people: lines of text. */
final class LeagueText {
  /** Of more bots the pairs are too many lines. */
  private static final int MOST_WITH_PAIRS = 4;

  private LeagueText() {}

  static List<String> lines(LeagueResult result, Run run) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(result));
    lines.add("");
    table(result.standings().rows(), lines);
    pairs(result, lines);
    sprt(result, lines);
    coverage(result.coverage(), lines);
    run.faults()
        .forEach(fault -> lines.add(fault.bot() + " failed first so (" + word(fault.kind()) + ") in match "
            + fault.match() + ": it " + fault.what()));
    return lines;
  }

  private static String headline(LeagueResult result) {
    Schedule schedule = result.plan().schedule();
    int played = result.tally().matches().size();
    String programs = result.plan()
        .entrants()
        .stream()
        .filter(bot -> !bot.reproducible())
        .map(Entrant::name)
        .collect(Collectors.joining(", "));
    return result.plan().game().info().title() + ", seed " + schedule.seed() + ": " + number(played)
        + (result.complete() ? "" : " of " + number(schedule.total())) + " matches of " + schedule.seats()
        + " seats" + (programs.isEmpty() ? "" : "; not reproducible: " + programs);
  }

  private static void table(List<Row> rows, List<String> lines) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(List.of("#", "bot", "matches", "points", "won", "drawn", "lost", "Elo", "95 %", "crashed",
        "timed out", "illegal"));
    for (Row row : rows) {
      cells.add(List.of(String.valueOf(row.rank()), row.name(), number(row.games()), decimal(row.points(), 1),
          number(row.won()), number(row.drawn()), number(row.lost()), signed(row.elo()),
          interval(row.low(), row.high()), fault(row.crashes()), fault(row.timeouts()),
          fault(row.illegal())));
    }
    aligned(cells, lines);
  }

  /** The second column holds names, which begin where others begin; all other cells end where others end. */
  private static void aligned(List<List<String>> cells, List<String> lines) {
    int columns = cells.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : cells) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : cells) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String gap = " ".repeat(widths[i] - row.get(i).length());
        line.append(i == 0 ? "" : "  ").append(i == 1 ? row.get(i) + gap : gap + row.get(i));
      }
      lines.add(line.toString().stripTrailing());
    }
  }

  private static void pairs(LeagueResult result, List<String> lines) {
    List<Entrant> entrants = result.plan().entrants();
    if (entrants.size() > MOST_WITH_PAIRS) {
      return;
    }
    lines.add("");
    for (Pair pair : result.standings().pairs()) {
      lines.add(entrants.get(pair.one()).name() + " against " + entrants.get(pair.other()).name() + ": "
          + decimal(pair.points(), 1) + " of " + number(pair.games()) + ", Elo " + signed(pair.elo()) + " ("
          + interval(pair.low(), pair.high()) + ")");
    }
  }

  private static void sprt(LeagueResult result, List<String> lines) {
    Standing standing = result.sprt();
    var sprt = result.plan().sprt();
    if (standing == null || sprt == null) {
      return;
    }
    String first = result.plan().entrants().getFirst().name();
    String verdict = switch (standing.verdict()) {
      case H1 -> "H1 is accepted: " + first + " is " + signed(sprt.elo1()) + " Elo stronger or more";
      case H0 -> "H0 is accepted: " + first + " is " + signed(sprt.elo0()) + " Elo stronger or less";
      case OPEN -> "not decided";
    };
    lines.add("SPRT of " + signed(sprt.elo0()) + " and " + signed(sprt.elo1()) + " Elo: " + verdict + " (LLR "
        + decimal(standing.llr(), 2) + ", from " + decimal(standing.lower(), 2) + " to "
        + decimal(standing.upper(), 2) + ", after " + number(standing.groups()) + " groups)");
  }

  private static void coverage(Coverage coverage, List<String> lines) {
    Coverage.Length shortest = coverage.shortest();
    Coverage.Length longest = coverage.longest();
    if (shortest == null || longest == null) {
      return;
    }
    lines.add("");
    lines.add(
        "Shortest match: " + number(shortest.length()) + " " + shortest.unit() + " (match " + shortest.match()
            + "); longest: " + number(longest.length()) + " (match " + longest.match() + ")");
    Coverage.FirstSeat first = coverage.firstSeat();
    lines.add(
        "Who began had " + percent(first.share()) + " of the points (95 %: " + percent(first.low()) + " to "
            + percent(first.high()) + ")");
    counts("Ends", coverage.ends(), lines);
    counts("Acts", coverage.acts(), lines);
    counts("Events", coverage.events(), lines);
    counts("Phases", coverage.phases(), lines);
    counts("Refusals", coverage.refusals(), lines);
    lines.add("Never in " + number(coverage.matches()) + " matches: "
        + (coverage.never().isEmpty() ? "nothing of what could be" : String.join("; ", coverage.never())));
  }

  private static void counts(String what, SortedMap<String, Long> counts, List<String> lines) {
    if (!counts.isEmpty()) {
      lines.add(what + ": "
          + counts.entrySet()
              .stream()
              .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
              .map(each -> each.getKey() + " " + number(each.getValue()))
              .collect(Collectors.joining(", ")));
    }
  }

  static String word(FaultKind kind) {
    return switch (kind) {
      case CRASH -> "crash";
      case TIMEOUT -> "time-out";
      case ILLEGAL -> "illegal act";
    };
  }

  private static String fault(int count) {
    return count == 0 ? "-" : number(count);
  }

  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String decimal(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  private static String signed(double elo) {
    return String.format(Locale.ROOT, "%+.0f", elo).replace("-0", "0").replaceAll("^[+]0$", "0");
  }

  private static String interval(@Nullable Double low, @Nullable Double high) {
    return low == null || high == null ? "open" : signed(low) + " to " + signed(high);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
