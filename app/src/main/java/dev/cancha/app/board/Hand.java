package dev.cancha.app.board;

import dev.cancha.app.text.Key;
import dev.cancha.app.text.Line;
import dev.cancha.common.message.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a player is about to do, between one act and the next. Immutable. */
public interface Hand {
  /** What {@code key} leads to; null where it means nothing in this game. */
  @Nullable
  Grip on(Key key, JsonNode doc, int seat);

  /** The board with what is in hand. */
  List<Line> draw(Sight sight);

  /** The keys of this game in a few words. */
  String help();

  /** Whether every character belongs to what is being typed now. */
  default boolean types() {
    return false;
  }

  /**
   * What a key led to.
   *
   * @param act to be sent, or null
   * @param complaint why there is none, or null
   */
  record Grip(Hand hand, @Nullable Json act, @Nullable String complaint) {
    static Grip keep(Hand hand) {
      return new Grip(hand, null, null);
    }

    static Grip act(Hand hand, String json) {
      return new Grip(hand, Json.ofChecked(json), null);
    }

    static Grip complain(Hand hand, String sentence) {
      return new Grip(hand, null, sentence);
    }
  }

  /**
   * Of {@code game}.
   *
   * @param schema of its acts, or null where it is not known
   */
  static Hand of(String game, @Nullable JsonNode schema) {
    return switch (game) {
      case "connectFour" -> new ConnectFourHand(3);
      case "dudo" -> new DudoHand(1, 2, "");
      case "snake" -> new SnakeHand();
      default -> TypedHand.of(schema);
    };
  }
}
