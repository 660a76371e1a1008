package dev.cancha.app.join;

import java.util.function.Consumer;

/** Connects to a server. */
@FunctionalInterface
public interface Connector {
  /**
   * Begins to connect. What comes of it is posted as events: first the welcome, or that the connection is closed.
   *
   * @param server {@code HOST} or {@code HOST:PORT}
   * @param name of the player
   * @throws IllegalArgumentException with a sentence, if {@code server} is no address or {@code name} no name
   */
  Link connect(String server, String name, Consumer<Event> post);
}
