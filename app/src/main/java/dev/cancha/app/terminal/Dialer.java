package dev.cancha.app.terminal;

import dev.cancha.app.join.Link;
import java.util.function.Consumer;

/** Connects to a server. */
@FunctionalInterface
public interface Dialer {
  /**
   * Begins to connect. What comes of it is posted: first the welcome, or that the connection is closed.
   *
   * @throws IllegalArgumentException with a sentence, if {@code address} is no address or {@code name} no name
   */
  Link dial(String address, String name, Consumer<Heard> post);
}
