package dev.cancha.app.text;

import java.util.List;

/** Something that fills the screen until it is over. Owner of its state: the thread that draws it. */
public interface Show {
  void on(Key key);

  /** Time has come to {@code millis}, which only rises; told before everything else. */
  void at(long millis);

  /** As many lines as {@code window} is high. */
  List<Line> draw(Window window);

  boolean over();
}
