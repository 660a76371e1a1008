package dev.cancha.app.tty;

import dev.cancha.app.text.Key;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Show;
import dev.cancha.app.text.Window;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/** A program that fails while it has the screen. */
final class CrashingShow implements Show {
  /** Ends with 1 after the first key. */
  public static void main(String[] args) throws IOException {
    try {
      new Stage(System.getenv()).run(new CrashingShow());
    } catch (IllegalStateException e) {
      System.out.println("it crashed: " + e.getMessage());
      System.exit(1);
    }
  }

  @Override
  public void on(Key key) {
    System.err.println("logged meanwhile");
    throw new IllegalStateException("a bug");
  }

  @Override
  public void at(long millis) {}

  @Override
  public List<Line> draw(Window window) {
    return Collections.nCopies(window.height(), Line.of("press any key to crash").fit(window.width()));
  }

  @Override
  public boolean over() {
    return false;
  }
}
