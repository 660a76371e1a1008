package dev.cancha.app.terminal;

import dev.cancha.app.text.Field;
import dev.cancha.app.text.Ink;
import dev.cancha.app.text.Key;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Window;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The servers in this network, of which one is chosen, or an address is typed.
 *
 * @param chosen the row
 * @param typed the address, while one is typed
 */
record FindScreen(int chosen, @Nullable Field typed) implements Screen {
  private static final int MAX_ADDRESS = 200;
  private static final int NAME = 28;
  private static final int ADDRESS = 24;

  static final FindScreen START = new FindScreen(0, null);

  @Override
  public Turn on(Key key, World world) {
    if (typed != null) {
      return typing(typed, key);
    }
    if (key.equals(Key.ENTER) && chosen < world.servers().size()) {
      return dial(world.servers().get(chosen).address());
    }
    if (key.is('a')) {
      return Turn.to(new FindScreen(chosen, Field.empty(MAX_ADDRESS)));
    }
    return key.is('q') || key.equals(Key.ESCAPE) ? Turn.end(this, 0)
        : Turn.to(new FindScreen(Pick.moved(chosen, key, world.servers().size()), null));
  }

  private Turn typing(Field field, Key key) {
    return switch (key.kind()) {
      case ESCAPE -> Turn.to(new FindScreen(chosen, null));
      case ENTER -> field.text().isBlank() ? Turn.to(this) : dial(field.text().strip());
      default -> Turn.to(new FindScreen(chosen, field.on(key)));
    };
  }

  private static Turn dial(String address) {
    return Turn.to(new DialScreen("Connecting to " + address + " ..."), new Effect.Dial(address));
  }

  @Override
  public Screen facing(World world) {
    return new FindScreen(Math.clamp(chosen, 0, Math.max(0, world.servers().size() - 1)), typed);
  }

  @Override
  public String title(World world) {
    return "servers near you";
  }

  @Override
  public List<Line> body(World world, Window inside) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.EMPTY);
    if (world.servers().isEmpty()) {
      lines.add(Line.of("  Looking for servers in this network ..."));
      lines.add(Line.EMPTY);
      lines.add(Line.of("  On another machine, ./cancha host opens one and says its address.", Ink.FAINT));
    } else {
      lines.add(Line.of("  ")
          .plus(Line.of("SERVER").fit(NAME))
          .plus(Line.of("ADDRESS").fit(ADDRESS))
          .plus("ROOMS")
          .in(Ink.STRONG));
      List<Line> rows = world.servers()
          .stream()
          .map(server -> Line.of(server.name())
              .fit(NAME - 2)
              .plus("  ")
              .plus(Line.of(server.address()).fit(ADDRESS - 2))
              .plus("  " + server.said()))
          .toList();
      lines.addAll(Pick.lines(rows, chosen, new Window(inside.width(), Math.max(1, inside.height() - 2))));
    }
    return lines;
  }

  @Override
  public Line status(World world, Window inside) {
    return typed == null ? Line.EMPTY
        : Line.of("Address: ", Ink.STRONG).plus(typed.line(Math.max(4, inside.width() - 9), false));
  }

  @Override
  public String help(World world) {
    return typed != null ? "Enter connect · Esc back"
        : "↑↓ Enter choose · a address · q quit";
  }
}
