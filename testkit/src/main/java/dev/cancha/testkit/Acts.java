package dev.cancha.testkit;

import dev.cancha.common.game.Game;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.testkit.play.RandomActs;
import dev.cancha.testkit.sim.SimRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Acts as tests give them, and as the kit draws them. */
final class Acts {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Acts() {}

  /** An act of the game of {@code spec}: a tree, a text, or a record. */
  static Json json(MatchSpec spec, Object act) {
    return switch (act) {
      case Json json -> json;
      case JsonNode node -> Json.ofChecked(MAPPER.writeValueAsBytes(node));
      case CharSequence text -> Json.ofChecked(MAPPER.writeValueAsBytes(MAPPER.readTree(text.toString())));
      case Record value -> write(spec.rules(), value);
      default -> throw new IllegalArgumentException(
          act.getClass().getName() + " is no act: give a JsonNode, JSON text, or a record of the game");
    };
  }

  private static <A> Json write(Game<?, A> game, Record act) {
    Class<A> type = game.info().types().act();
    return JsonType.of(type).write(type.cast(act));
  }

  /** Draws from the schema that {@code player} asks the server for. */
  static Brain.Choice random(Player player, SimRandom random, String game) {
    AtomicReference<@Nullable RandomActs> acts = new AtomicReference<>();
    return room -> {
      RandomActs drawing = acts.get();
      if (drawing == null) {
        player.client()
            .describe(game)
            .thenAccept(
                description -> acts.compareAndSet(null, new RandomActs(description.action(), random)));
        return null;
      }
      return Json.ofChecked(MAPPER.writeValueAsBytes(drawing.next()));
    };
  }
}
