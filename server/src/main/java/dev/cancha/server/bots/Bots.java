package dev.cancha.server.bots;

import dev.cancha.common.game.Game;
import dev.cancha.server.limits.Bounds;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which bots there are, by game: those of the game, those that play every game, and then programs. Immutable. */
public final class Bots {
  /** Game to its bots by name, the default one first, each as what makes a player for a place in the log. */
  private final Map<String, Map<String, Function<String, Player>>> byGame = new TreeMap<>();
  private final BotLimits limits;

  /** Without programs. */
  public Bots(Collection<Game<?, ?>> games, Executor executor, BotLimits limits) {
    this(games, game -> executor, limits, Programs.none());
  }

  /** {@code executors} are what bots within the server think on, by game; they may reject what is too much. */
  public Bots(Collection<Game<?, ?>> games, Function<String, Executor> executors, BotLimits limits,
      Programs programs) {
    this.limits = limits;
    for (Game<?, ?> game : games) {
      Map<String, Function<String, Player>> its = new LinkedHashMap<>();
      dev.cancha.common.bots.Bots.of(game).forEach((name, bot) -> {
        Player player = new InProcess(bot, executors.apply(game.info().id()));
        its.put(name, where -> player);
      });
      byGame.put(game.info().id(), its);
    }
    for (Program program : programs.all()) {
      for (String game : program.games()) {
        Bounds.require(game.equals(Program.EVERY) || byGame.containsKey(game), "bots",
            "bots has " + program.name() + " for the game " + game + ", but there are only "
                + String.join(", ", byGame.keySet()));
      }
      byGame.forEach((game, its) -> {
        if (program.plays(game)) {
          Bounds.require(!its.containsKey(program.name()), "bots",
              "bots has " + program.name() + ", but " + game + " has a bot of that name already");
          its.put(program.name(), where -> new ProgramPlayer(programs, program, where));
        }
      });
    }
  }

  /** Of {@code game}, the default one first. */
  public List<String> names(String game) {
    return List.copyOf(byGame.getOrDefault(game, Map.of()).keySet());
  }

  /** The default bot of {@code game}; null where it has none. */
  public @Nullable String first(String game) {
    List<String> names = names(game);
    return names.isEmpty() ? null : names.getFirst();
  }

  /** The bot that is meant by {@code name}, the default one where that is absent; null where there is no such bot. */
  public @Nullable String named(String game, @Nullable String name) {
    return name == null ? first(game) : byGame.getOrDefault(game, Map.of()).containsKey(name) ? name : null;
  }

  /** One that plays a seat in a match, at {@code where} for the log; null where there is no such bot. */
  public @Nullable Player player(String game, String name, String where) {
    Function<String, Player> maker = byGame.getOrDefault(game, Map.of()).get(name);
    return maker == null ? null : maker.apply(where);
  }

  public BotLimits limits() {
    return limits;
  }
}
