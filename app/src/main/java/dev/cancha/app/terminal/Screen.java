package dev.cancha.app.terminal;

import dev.cancha.app.text.Key;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Window;
import java.util.List;

/** What is shown, and what keys mean there. Immutable; Ctrl-C and what the server tells is the client's business. */
sealed interface Screen permits FindScreen, DialScreen, LobbyScreen, CreateScreen, EntryScreen, RoomScreen {
  /** What {@code key} leads to. */
  Turn on(Key key, World world);

  /** The same after {@code world} has changed. */
  default Screen facing(World world) {
    return this;
  }

  /** What it is about, for the title. */
  String title(World world);

  /** The lines between the title and the notice. */
  List<Line> body(World world, Window inside);

  /** The line above the keys while nothing went wrong. */
  default Line status(World world, Window inside) {
    return Line.EMPTY;
  }

  /** The keys. */
  String help(World world);
}
