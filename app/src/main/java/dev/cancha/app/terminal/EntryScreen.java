package dev.cancha.app.terminal;

import dev.cancha.app.text.Field;
import dev.cancha.app.text.Ink;
import dev.cancha.app.text.Key;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Window;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Protocol;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A room is entered by its code, or by its password.
 *
 * @param code of the room, or null while it is what is typed
 * @param watch whether to enter without a seat
 */
record EntryScreen(@Nullable String code, boolean watch, Field typed) implements Screen {
  static EntryScreen byCode() {
    return new EntryScreen(null, false, Field.empty(Protocol.PRIVATE_CODE_LENGTH));
  }

  static EntryScreen password(String code, boolean watch) {
    return new EntryScreen(code, watch, Field.empty(Protocol.MAX_PASSWORD_CHARACTERS));
  }

  @Override
  public Turn on(Key key, World world) {
    return switch (key.kind()) {
      case ESCAPE -> Turn.to(LobbyScreen.START);
      case ENTER -> typed.text().isBlank() ? Turn.to(this) : Turn.ask(this, join());
      default -> Turn.to(new EntryScreen(code, watch, typed.on(key)));
    };
  }

  private ClientMessage.Join join() {
    return code == null
        ? new ClientMessage.Join(null, typed.text().strip().toUpperCase(Locale.ROOT), null, null, null)
        : new ClientMessage.Join(null, code, typed.text(), null, watch ? true : null);
  }

  @Override
  public String title(World world) {
    return world.server();
  }

  @Override
  public List<Line> body(World world, Window inside) {
    String asked = code == null ? "The room's code:" : "The password of room " + code + ":";
    return List.of(Line.EMPTY, Line.of("  " + asked), Line.EMPTY,
        Line.of("  ").plus(typed.line(Math.max(4, inside.width() - 4), code != null)),
        Line.EMPTY,
        Line.of(code == null ? "  4 characters, or 8 of a private room; the host's screen shows it." : "",
            Ink.FAINT));
  }

  @Override
  public String help(World world) {
    return "Enter go in · Esc back to the rooms";
  }
}
