package dev.cancha.app.terminal;

import java.util.List;
import java.util.function.Consumer;

/** Looks for servers. */
@FunctionalInterface
public interface Finder {
  /** Looks for servers, and says once which are there; does not wait for that. */
  void find(Consumer<List<Server>> told);
}
