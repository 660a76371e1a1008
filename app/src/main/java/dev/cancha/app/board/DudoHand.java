package dev.cancha.app.board;

import dev.cancha.app.text.Ink;
import dev.cancha.app.text.Key;
import dev.cancha.app.text.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A bid that is being thought of. Whenever another bid stands, it begins with the least that raises it.
 *
 * @param count of dice
 * @param face 1 to 6
 * @param on the standing bid that it was thought of on; empty where none stands
 */
record DudoHand(int count, int face, String on) implements Hand {
  private static final int FACES = 6;
  private static final int MOST = 30;

  @Override
  public @Nullable Grip on(Key key, JsonNode doc, int seat) {
    DudoHand now = facing(doc);
    return switch (key.kind()) {
      case LEFT -> Grip.keep(new DudoHand(Math.max(1, now.count - 1), now.face, now.on));
      case RIGHT -> Grip.keep(new DudoHand(Math.min(MOST, now.count + 1), now.face, now.on));
      case UP -> Grip.keep(new DudoHand(now.count, Math.min(FACES, now.face + 1), now.on));
      case DOWN -> Grip.keep(new DudoHand(now.count, Math.max(1, now.face - 1), now.on));
      case ENTER ->
        Grip.act(now, "{\"bid\":{\"count\":" + now.count + ",\"face\":" + now.face + "}}");
      case CHARACTER -> now.character(key);
      default -> null;
    };
  }

  private @Nullable Grip character(Key key) {
    int face = key.character() - '0';
    if (face >= 1 && face <= FACES) {
      return Grip.keep(new DudoHand(count, face, on));
    }
    return key.is('d') ? Grip.act(this, "{\"call\":\"dudo\"}")
        : key.is('c') ? Grip.act(this, "{\"call\":\"calzo\"}") : null;
  }

  /** This bid, unless another one stands than when it was thought of. */
  private DudoHand facing(JsonNode doc) {
    JsonNode view = doc.path("view");
    JsonNode bid = view.path("bid");
    String standing = view.path("round").asInt(0) + (bid.isObject() ? ":" + bid : "");
    if (standing.equals(on)) {
      return this;
    }
    if (!bid.isObject()) {
      return new DudoHand(1, 2, standing);
    }
    int number = bid.path("count").asInt(1);
    int shown = bid.path("face").asInt(2);
    boolean higherFace = shown > 1 && shown < FACES && !view.path("special").asBoolean(false);
    return new DudoHand(higherFace ? number : Math.min(MOST, number + 1), higherFace ? shown + 1 : shown,
        standing);
  }

  @Override
  public List<Line> draw(Sight sight) {
    List<Line> lines = new ArrayList<>(new DudoBoard().draw(sight));
    if (sight.mayAct()) {
      DudoHand now = facing(sight.doc());
      lines.add(Line.EMPTY);
      lines.add(Line.of("Your bid:   ")
          .plus("◂ " + now.count + " ▸", Ink.STRONG)
          .plus("  of  ")
          .plus("▾ " + now.face + " ▴", Ink.STRONG)
          .plus("    " + DudoBoard.bid(now.count, now.face)));
      if (sight.view().path("bid").isObject()) {
        lines.add(Line.of("            d: I doubt it   c: exactly that many", Ink.FAINT));
      }
    }
    return lines;
  }

  @Override
  public String help() {
    return "←→ count · ↑↓ or 1-6 face · Enter bid · d dudo · c calzo";
  }
}
