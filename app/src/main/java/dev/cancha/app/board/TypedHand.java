package dev.cancha.app.board;

import dev.cancha.app.join.Misunderstood;
import dev.cancha.app.join.ShortForm;
import dev.cancha.app.text.Field;
import dev.cancha.app.text.Ink;
import dev.cancha.app.text.Key;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Text;
import dev.cancha.app.text.Window;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The acts of any game, typed: in the short form that follows from their schema, or as JSON. Enter begins to type, and
 * ends it.
 *
 * @param form null where the server has not described the game
 * @param typed null while nothing is being typed
 */
record TypedHand(@Nullable ShortForm form, @Nullable Field typed) implements Hand {
  private static final int MAX_ACT = 1_000;

  static TypedHand of(@Nullable JsonNode schema) {
    return new TypedHand(schema == null ? null : new ShortForm(schema), null);
  }

  @Override
  public @Nullable Grip on(Key key, JsonNode doc, int seat) {
    if (typed == null) {
      return key.equals(Key.ENTER) ? Grip.keep(typing(Field.empty(MAX_ACT))) : null;
    }
    return switch (key.kind()) {
      case ESCAPE -> Grip.keep(new TypedHand(form, null));
      case ENTER -> typed.text().isBlank() ? Grip.keep(new TypedHand(form, null)) : entered(typed);
      default -> Grip.keep(typing(typed.on(key)));
    };
  }

  private TypedHand typing(Field field) {
    return new TypedHand(form, field);
  }

  private Grip entered(Field field) {
    try {
      JsonNode action = form == null ? ShortForm.json(field.text()) : form.parse(field.text());
      return Grip.act(typing(Field.empty(MAX_ACT)), action.toString());
    } catch (Misunderstood e) {
      return Grip.complain(this, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public List<Line> draw(Sight sight) {
    int width = sight.space().width();
    List<Line> below = new ArrayList<>();
    if (sight.mayAct()) {
      below.add(Line.EMPTY);
      if (typed != null) {
        below.add(Line.of("Act: ", Ink.STRONG).plus(typed.line(width - 5, false)));
      }
      String usage = form == null ? "JSON, such as {\"column\":3}" : String.join(", or ", form.usage());
      for (String line : Text.wrap("Acts here: " + usage, width)) {
        below.add(Line.of(line, Ink.FAINT));
      }
    }
    List<Line> lines = new ArrayList<>(new PlainBoard().draw(new Sight(sight.doc(), sight.seat(),
        new Window(width, Math.max(1, sight.space().height() - below.size())))));
    int most = Math.max(1, sight.space().height() - below.size());
    List<Line> shown = new ArrayList<>(lines.subList(0, Math.min(lines.size(), most)));
    shown.addAll(below);
    return shown;
  }

  @Override
  public String help() {
    return typed == null ? "Enter type an act" : "Enter send · Esc stop typing";
  }

  @Override
  public boolean types() {
    return typed != null;
  }
}
