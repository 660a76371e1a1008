package dev.cancha.server.host;

import dev.cancha.common.game.GameInfo;
import dev.cancha.server.limits.Bounds;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which rooms wait for the disk before they show something. Immutable.
 *
 * @param turnBased {@code durable}, {@code relaxed} or {@code off}: for games without ticks
 * @param ticking the same for games that tick
 * @param games the exceptions: a game's id, {@code =}, and one of the three
 */
public record Durabilities(String turnBased, String ticking, List<String> games) {
  private static final String WORDS = "durable, relaxed or off";

  public Durabilities {
    games = List.copyOf(games);
    Bounds.require(named(turnBased) != null, "turnBased",
        "turnBased is " + turnBased + ", but must be " + WORDS);
    Bounds.require(named(ticking) != null, "ticking", "ticking is " + ticking + ", but must be " + WORDS);
    for (String game : games) {
      Bounds.require(game.indexOf('=') > 0 && named(game.substring(game.indexOf('=') + 1)) != null, "games",
          "games has " + game + ", but each must be a game's id, =, and " + WORDS + ", such as snake=off");
    }
  }

  /** The packaged values. */
  public static Durabilities standard() {
    return new Durabilities("durable", "relaxed", List.of());
  }

  /** That of new rooms of {@code game}. */
  public Durability of(GameInfo<?> game) {
    String general = game.tickRate() > 0 ? ticking : turnBased;
    String own = games.stream()
        .filter(exception -> exception.startsWith(game.id() + "="))
        .map(exception -> exception.substring(exception.indexOf('=') + 1))
        .reduce(general, (before, later) -> later);
    return Optional.ofNullable(named(own)).orElseThrow();
  }

  private static @Nullable Durability named(String word) {
    for (Durability durability : Durability.values()) {
      if (durability.name().toLowerCase(Locale.ROOT).equals(word.strip())) {
        return durability;
      }
    }
    return null;
  }
}
