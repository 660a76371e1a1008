package dev.cancha.app.match;

import dev.cancha.app.rating.Rating;
import dev.cancha.app.rating.Ratings;
import dev.cancha.app.rating.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The table of a league and its pairs. Figures are rounded, so that the last bit of a logarithm, which differs from
 * machine to machine, is in none of them. Immutable.
 */
record Standings(List<Row> rows, List<Pair> pairs) {
  static Standings of(List<Entrant> entrants, Tally tally) {
    List<Rating> ratings = Ratings.of(entrants.size(), tally.scores());
    List<Integer> order = IntStream.range(0, entrants.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer bot) -> -rounded(ratings.get(bot).elo(), 10)))
        .toList();
    List<Row> rows = new ArrayList<>();
    for (int bot : order) {
      Rating rating = ratings.get(bot);
      boolean tied = !rows.isEmpty() && rows.getLast().elo() == rounded(rating.elo(), 10);
      int rank = tied ? rows.getLast().rank() : rows.size() + 1;
      rows.add(row(new Place(rank, bot, entrants.get(bot).name()), rating, tally.matches()));
    }
    return new Standings(List.copyOf(rows), pairs(entrants.size(), tally.scores()));
  }

  private record Place(int rank, int bot, String name) {}

  private static Row row(Place place, Rating rating, List<Played> matches) {
    int[] ends = new int[3];
    Map<FaultKind, Integer> faults = new EnumMap<>(FaultKind.class);
    for (Played each : matches) {
      int seat = each.seats().indexOf(place.bot);
      if (seat >= 0) {
        boolean first = each.ranks().get(seat) == 1;
        boolean alone = each.ranks().indexOf(1) == each.ranks().lastIndexOf(1);
        ends[first ? alone ? 0 : 1 : 2]++;
        each.faults()
            .stream()
            .filter(fault -> fault.seat() == seat)
            .forEach(fault -> faults.merge(fault.kind(), 1, Integer::sum));
      }
    }
    return new Row(place.rank, place.bot, place.name, rating.games(), rounded(rating.points(), 1000), ends[0],
        ends[1], ends[2],
        rounded(rating.elo(), 10), bound(rating.low(), 1), bound(rating.high(), 1),
        faults.getOrDefault(FaultKind.CRASH, 0), faults.getOrDefault(FaultKind.TIMEOUT, 0),
        faults.getOrDefault(FaultKind.ILLEGAL, 0));
  }

  private static List<Pair> pairs(int bots, List<Score> scores) {
    List<List<List<Score>>> met = new ArrayList<>();
    for (int one = 0; one < bots; one++) {
      met.add(new ArrayList<>());
      for (int other = 0; other < bots; other++) {
        met.get(one).add(new ArrayList<>());
      }
    }
    for (Score score : scores) {
      for (int a = 0; a < score.players().size(); a++) {
        for (int b = 0; b < score.players().size(); b++) {
          if (score.players().get(a) < score.players().get(b)) {
            met.get(score.players().get(a))
                .get(score.players().get(b))
                .add(new Score(score.group(), List.of(0, 1),
                    List.of(score.ranks().get(a), score.ranks().get(b))));
          }
        }
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int one = 0; one < bots; one++) {
      for (int other = one + 1; other < bots; other++) {
        if (!met.get(one).get(other).isEmpty()) {
          pairs.add(pair(one, other, met.get(one).get(other)));
        }
      }
    }
    return List.copyOf(pairs);
  }

  /** Of two alone the mean is in the middle, so one is twice as far from the other as from it. */
  private static Pair pair(int one, int other, List<Score> duels) {
    Rating rating = Ratings.of(2, duels).getFirst();
    return new Pair(one, other, duels.size(), rounded(rating.points(), 1000), rounded(2 * rating.elo(), 10),
        bound(rating.low(), 2), bound(rating.high(), 2));
  }

  static double rounded(double value, int parts) {
    return Math.round(value * parts) / (double) parts + 0.0; // and no -0.0
  }

  private static @Nullable Double bound(double elo, int times) {
    return Double.isFinite(elo) ? (Double) rounded(times * elo, 10) : null;
  }
}
