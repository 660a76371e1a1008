package dev.cancha.app.match;

import dev.cancha.common.json.JsonType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The league as {@code --json} writes it: one object, each member on a line of its own, and each bot and each match
 * too. All but {@code run}, the last, is the same to the byte for the same arguments.
 */
final class LeagueJson {
  private static final JsonType<Head> HEADS = JsonType.of(Head.class);
  private static final JsonType<Bot> BOTS = JsonType.of(Bot.class);
  private static final JsonType<Match> MATCHES = JsonType.of(Match.class);
  private static final JsonType<RatingEntry> RATINGS = JsonType.of(RatingEntry.class);
  private static final JsonType<Row> ROWS = JsonType.of(Row.class);
  private static final JsonType<Pair> PAIRS = JsonType.of(Pair.class);
  private static final JsonType<Test> TESTS = JsonType.of(Test.class);
  private static final JsonType<Coverage> COVERAGES = JsonType.of(Coverage.class);
  private static final JsonType<Run> RUNS = JsonType.of(Run.class);

  private LeagueJson() {}

  /** What stands before the lists. */
  private record Head(int league, String game, String title, String rules, long seed, int seats, int games,
      boolean swapSeats, String over, boolean complete, boolean reproducible) {}

  private record Bot(String name, String spec, boolean reproducible) {}

  private record Match(int number, int group, List<Integer> seats, @Nullable String seed, List<Integer> ranks,
      String end, int acts, @Nullable Integer ticks, List<FaultEntry> faults) {}

  private record FaultEntry(int seat, FaultKind kind) {}

  private record RatingEntry(int bot, String name, double elo, @Nullable Double low, @Nullable Double high,
      double points, int games) {}

  private record Test(double elo0, double elo1, double alpha, double beta, int groups, double llr,
      double lower,
      double upper, String verdict) {}

  static String write(LeagueResult result, String over, Run run) {
    Plan plan = result.plan();
    boolean server = !over.isEmpty();
    StringBuilder text = new StringBuilder(4_096);
    String head = HEADS.write(head(result, over)).toString();
    text.append(head, 0, head.length() - 1);
    list(text, "bots", plan.entrants().stream().map(bot -> BOTS.write(bot(bot)).toString()).toList());
    list(text, "matches",
        result.tally()
            .matches()
            .stream()
            .map(each -> MATCHES.write(match(each, server)).toString())
            .toList());
    list(text, "ratings", result.standings()
        .rows()
        .stream()
        .sorted(java.util.Comparator.comparingInt(Row::bot))
        .map(row -> RATINGS.write(rating(row)).toString())
        .toList());
    list(text, "table", result.standings().rows().stream().map(row -> ROWS.write(row).toString()).toList());
    list(text, "pairs",
        result.standings().pairs().stream().map(pair -> PAIRS.write(pair).toString()).toList());
    Test test = test(result);
    if (test != null) {
      text.append(",\n\"sprt\":").append(TESTS.write(test));
    }
    text.append(",\n\"coverage\":").append(COVERAGES.write(result.coverage()));
    return text.append(",\n\"run\":").append(RUNS.write(run)).append("\n}\n").toString();
  }

  private static void list(StringBuilder text, String name, List<String> lines) {
    text.append(",\n\"").append(name).append("\":[");
    for (int i = 0; i < lines.size(); i++) {
      text.append(i == 0 ? "\n" : ",\n").append(lines.get(i));
    }
    text.append(lines.isEmpty() ? "]" : "\n]");
  }

  private static Head head(LeagueResult result, String over) {
    Plan plan = result.plan();
    Schedule schedule = plan.schedule();
    boolean reproducible = plan.entrants().stream().allMatch(Entrant::reproducible);
    return new Head(1, plan.game().info().id(), plan.game().info().title(), plan.game().rules(),
        schedule.seed(),
        schedule.seats(), schedule.games(), schedule.swap(), over.isEmpty() ? "memory" : over,
        result.complete(),
        reproducible && over.isEmpty());
  }

  /** A program by the name of its file, since its path belongs to the run. */
  private static Bot bot(Entrant entrant) {
    String spec = entrant.player() instanceof Entrant.Program program
        ? String.valueOf(program.file().getFileName())
        : entrant.spec();
    return new Bot(entrant.name(), spec, entrant.reproducible());
  }

  /** A server draws its own seeds. */
  private static Match match(Played played, boolean server) {
    return new Match(played.number(), played.group(), played.seats(), server ? null : played.seed(),
        played.ranks(),
        played.end(), played.acts(), played.ticks() == 0 ? null : (Integer) played.ticks(),
        played.faults().stream().map(fault -> new FaultEntry(fault.seat(), fault.kind())).toList());
  }

  private static RatingEntry rating(Row row) {
    return new RatingEntry(row.bot(), row.name(), row.elo(), row.low(), row.high(), row.points(),
        row.games());
  }

  private static @Nullable Test test(LeagueResult result) {
    var sprt = result.plan().sprt();
    var standing = result.sprt();
    return sprt == null || standing == null ? null
        : new Test(sprt.elo0(), sprt.elo1(), sprt.alpha(), sprt.beta(), standing.groups(),
            Standings.rounded(standing.llr(), 1000), Standings.rounded(standing.lower(), 1000),
            Standings.rounded(standing.upper(), 1000), standing.verdict().name());
  }
}
