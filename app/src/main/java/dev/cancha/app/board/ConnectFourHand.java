package dev.cancha.app.board;

import dev.cancha.app.text.Key;
import dev.cancha.app.text.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** @param column where the disc in hand would fall, from 0 */
record ConnectFourHand(int column) implements Hand {
  @Override
  public @Nullable Grip on(Key key, JsonNode doc, int seat) {
    return switch (key.kind()) {
      case LEFT -> Grip.keep(new ConnectFourHand(Math.max(0, column - 1)));
      case RIGHT -> Grip.keep(new ConnectFourHand(Math.min(ConnectFourBoard.COLUMNS - 1, column + 1)));
      case ENTER, DOWN -> Grip.act(this, "{\"column\":" + column + "}");
      case CHARACTER -> {
        int number = key.character() - '1';
        if (number >= 0 && number < ConnectFourBoard.COLUMNS) {
          yield Grip.keep(new ConnectFourHand(number));
        }
        yield key.is(' ') ? Grip.act(this, "{\"column\":" + column + "}") : null;
      }
      default -> null;
    };
  }

  @Override
  public List<Line> draw(Sight sight) {
    return new ConnectFourBoard().draw(sight, sight.mayAct() ? column : -1);
  }

  @Override
  public String help() {
    return "←→ or 1-7 choose · Enter drop";
  }
}
