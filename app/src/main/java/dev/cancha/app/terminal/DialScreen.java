package dev.cancha.app.terminal;

import dev.cancha.app.text.Key;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Window;
import java.util.List;

/** A server is being reached, or a room entered. {@code what} says so. */
record DialScreen(String what) implements Screen {
  @Override
  public Turn on(Key key, World world) {
    return key.is('q') || key.equals(Key.ESCAPE) ? Turn.end(this, 0) : Turn.to(this);
  }

  @Override
  public String title(World world) {
    return "connecting";
  }

  @Override
  public List<Line> body(World world, Window inside) {
    return List.of(Line.EMPTY, Line.of("  " + what));
  }

  @Override
  public String help(World world) {
    return "q quit";
  }
}
