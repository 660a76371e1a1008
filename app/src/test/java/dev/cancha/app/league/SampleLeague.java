package dev.cancha.app.league;

import dev.cancha.app.league.LeagueFile.Bot;
import dev.cancha.app.league.LeagueFile.Coverage;
import dev.cancha.app.league.LeagueFile.Fault;
import dev.cancha.app.league.LeagueFile.FirstSeat;
import dev.cancha.app.league.LeagueFile.Match;
import dev.cancha.app.league.LeagueFile.Pair;
import dev.cancha.app.league.LeagueFile.Row;
import dev.cancha.app.league.LeagueFile.Run;
import dev.cancha.app.league.LeagueFile.Sequential;
import dev.cancha.app.rating.Rating;
import dev.cancha.app.rating.Ratings;
import dev.cancha.app.rating.Score;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A league that nobody played: each bot is as much stronger than the next as chance has it. */
record SampleLeague(List<String> names, int rounds, @Nullable Sequential sprt) {
  private static final int FAULTY = 40;

  Json json() {
    return JsonType.of(LeagueFile.class).write(file());
  }

  LeagueFile file() {
    List<Match> matches = matches(new SplittableRandom(3));
    List<Score> scores = matches.stream()
        .map(match -> new Score(match.group(), match.seats(), match.ranks()))
        .toList();
    TreeMap<String, Long> acts = new TreeMap<>();
    acts.put("drop", 9_000L);
    return new LeagueFile("connectFour", "Connect Four", "1", 7, 2, true,
        names.stream().map(name -> new Bot(name, name, !name.endsWith(".py"))).toList(), matches,
        table(scores),
        pairs(matches), sprt,
        new Coverage(acts, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(),
            List.of("end: resigned"), new FirstSeat(0.53, 0.5, 0.56)),
        new Run("0.1.0", "2 cores", "2026-11-27T01:00:00Z", 12.5, names));
  }

  private List<Match> matches(SplittableRandom random) {
    List<Match> matches = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      for (int one = 0; one < names.size(); one++) {
        for (int other = 0; other < one; other++) {
          int group = matches.size() / 2;
          matches.add(match(matches.size() + 1, group, List.of(one, other), random));
          matches.add(match(matches.size() + 1, group, List.of(other, one), random));
        }
      }
    }
    return matches;
  }

  private Match match(int number, int group, List<Integer> seats, SplittableRandom random) {
    double share = 1 / (1 + Math.pow(10, (seats.get(0) - seats.get(1)) / 8.0));
    double chance = random.nextDouble();
    List<Integer> ranks = chance < 0.1 ? List.of(1, 1)
        : chance < 0.1 + 0.9 * share ? List.of(1, 2) : List.of(2, 1);
    boolean faulty = number % FAULTY == 0;
    return new Match(number, group, seats, ranks, faulty ? "timeout" : chance < 0.1 ? "full" : "line",
        7 + random.nextInt(20) + random.nextInt(16), null,
        faulty ? List.of(new Fault(1, "timeout")) : List.of());
  }

  private List<Row> table(List<Score> scores) {
    List<Rating> ratings = Ratings.of(names.size(), scores);
    List<Integer> order = new ArrayList<>();
    for (int bot = 0; bot < names.size(); bot++) {
      order.add(bot);
    }
    order.sort(Comparator.comparingDouble(bot -> -ratings.get(bot).elo()));
    List<Row> rows = new ArrayList<>();
    for (int bot : order) {
      Rating rating = ratings.get(bot);
      rows.add(new Row(rows.size() + 1, bot, names.get(bot), rating.games(), rating.points(), 0, 0, 0,
          rating.elo(),
          bound(rating.low()), bound(rating.high()), 0, bot == 0 ? 3 : 0, 0));
    }
    return rows;
  }

  private static @Nullable Double bound(double elo) {
    return Double.isFinite(elo) ? (Double) elo : null;
  }

  private List<Pair> pairs(List<Match> matches) {
    List<Pair> pairs = new ArrayList<>();
    for (int one = 0; one < names.size(); one++) {
      for (int other = one + 1; other < names.size(); other++) {
        List<Match> met = new ArrayList<>();
        for (Match match : matches) {
          if (match.seats().contains(one) && match.seats().contains(other)) {
            met.add(match);
          }
        }
        if (!met.isEmpty()) {
          pairs.add(new Pair(one, other, met.size(), points(one, met)));
        }
      }
    }
    return pairs;
  }

  private static double points(int bot, List<Match> matches) {
    double points = 0;
    for (Match match : matches) {
      int seat = match.seats().indexOf(bot);
      points += 0.5 + 0.5 * (match.ranks().get(1 - seat) - match.ranks().get(seat));
    }
    return points;
  }
}
