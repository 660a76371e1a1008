package dev.cancha.app.match;

import dev.cancha.common.game.Game;
import dev.cancha.server.room.Seed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that the matches of a league depend on, as its folder keeps it, so that it goes on as it began. What does not
 * change a match is not among them: how many are played at once, how many there are in all, and where results go.
 *
 * @param game its id
 * @param rules the version of its rules
 * @param names of the bots
 * @param bots each as it was written, and for a program what its file was
 * @param startup for the first answer of a program, and patience for the others
 * @param most acts or ticks of a match
 */
record Arguments(String game, String rules, List<String> names, List<String> bots, long seed, int seats,
    int games, boolean swap,
    String startup, String patience, int most, boolean lenient, String over) {
  /** That of a match which was played already. */
  Occasion occasion(Game<?, ?> its, Entry entry) {
    return new Occasion(its, new Seed(entry.played().seed()), entry.id(),
        entry.played().seats().stream().map(names::get).toList(), entry.at());
  }

  /** What the two differ in, as a sentence for who gave {@code now}; empty where they are the same. */
  String difference(Arguments now) {
    Map<String, List<Object>> both = new TreeMap<>();
    both.put("GAME", List.of(game, now.game));
    both.put("--bots", List.of(String.join(",", bots), String.join(",", now.bots)));
    both.put("--seed", List.of(seed, now.seed));
    both.put("--seats", List.of(seats, now.seats));
    both.put("--games", List.of(games, now.games));
    both.put("--swap-seats", List.of(swap, now.swap));
    both.put("--patience", List.of(patience, now.patience));
    both.put("--startup", List.of(startup, now.startup));
    both.put("--most", List.of(most, now.most));
    both.put("--lenient", List.of(lenient, now.lenient));
    both.put("--over", List.of(over, now.over));
    both.put("the version of the rules", List.of(rules, now.rules));
    for (Map.Entry<String, List<Object>> each : both.entrySet()) {
      Object then = each.getValue().getFirst();
      Object today = each.getValue().getLast();
      if (!then.equals(today)) {
        return each.getKey() + " was " + then + " there, and is " + today + " now";
      }
    }
    return "";
  }
}
