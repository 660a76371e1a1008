package dev.cancha.testkit.work;

import dev.cancha.common.game.Game;
import dev.cancha.testkit.scene.Workload;
import dev.cancha.testkit.sim.SimRandom;
import java.util.ArrayList;
import java.util.List;

/** The workloads by their names, so that what is played stands in a run's plan, and can be left out of it. */
public final class Repertoire {
  private static final List<String> GAMES = List.of("connectFour", "dudo", "whispers", "dash", "snake");
  private static final int MOST_PLAYERS = 4;
  private static final int MOST_SNAKES = 8;

  private Repertoire() {}

  /** What is drawn from; what is to be drawn more often stands here more often. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(GAMES);
    names.addAll(List.of("connectFour", "dudo", "whispers"));
    names.add("visitors");
    names.add("abusers");
    return names;
  }

  /** Those of the games that no server has on offer by itself. */
  public static List<Game<?, ?>> games() {
    return List.of(new Whispers(), new Dash());
  }

  /** One workload for each of {@code names}; each draws from a stream of its own. */
  public static List<Workload> play(SimRandom random, List<String> names) {
    List<Workload> played = new ArrayList<>();
    for (String name : names) {
      played.add(workload(name, random.fork(name + played.size())));
    }
    return played;
  }

  private static Workload workload(String name, SimRandom random) {
    return switch (name) {
      case "visitors" -> new Visitors(random.pick(GAMES), (int) random.between(1, 3));
      case "abusers" -> new Abusers((int) random.between(1, 4));
      default -> {
        if (!GAMES.contains(name)) {
          throw new IllegalArgumentException("there is no workload " + name);
        }
        int players = name.equals("connectFour") ? 2
            : (int) random.between(2, name.equals("snake") ? MOST_SNAKES : MOST_PLAYERS);
        yield new Table(name, players, random.chance(0.4) ? (int) random.between(1, 3) : 0);
      }
    };
  }
}
