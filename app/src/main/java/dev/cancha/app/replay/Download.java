package dev.cancha.app.replay;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Gets a replay from a running server. Waits, on the thread that calls. */
@FunctionalInterface
public interface Download {
  /**
   * The bytes that are at {@code address}.
   *
   * @param token of a session, for a match that is not everyone's
   * @throws Unavailable where there are none
   */
  byte[] get(URI address, @Nullable String token) throws Unavailable;
}
