package dev.cancha.app.host;

import org.jspecify.annotations.Nullable;

/** Whoever sits at the terminal of the server, and may want to play too. */
@FunctionalInterface
public interface Guest {
  /**
   * Lets them play whenever they want, as long as there is somebody; called when everything has been said.
   *
   * @param server its address
   * @param code of the room that it has opened, or null
   * @param again says once more what was said, when they come back from playing
   */
  void invite(String server, @Nullable String code, Runnable again);
}
