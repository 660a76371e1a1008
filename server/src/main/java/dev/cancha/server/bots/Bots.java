package dev.cancha.server.bots;

import dev.cancha.common.game.Bot;
import dev.cancha.common.game.Game;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Which bots there are, by game, and what they think on. Immutable; any thread. */
public final class Bots {
  /** Game to its bots by name, the default one first. */
  private final Map<String, Map<String, Bot<?, ?>>> byGame = new TreeMap<>();
  private final Executor executor;
  private final BotLimits limits;

  /** {@code executor} may reject what is too much. */
  public Bots(Collection<Game<?, ?>> games, Executor executor, BotLimits limits) {
    for (Game<?, ?> game : games) {
      byGame.put(game.info().id(), new LinkedHashMap<>(dev.cancha.common.bots.Bots.of(game)));
    }
    this.executor = executor;
    this.limits = limits;
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
    return name == null ? first(game) : find(game, name) == null ? null : name;
  }

  public @Nullable Bot<?, ?> find(String game, String name) {
    return byGame.getOrDefault(game, Map.of()).get(name);
  }

  public Executor executor() {
    return executor;
  }

  public BotLimits limits() {
    return limits;
  }
}
