package dev.cancha.server.host;

import dev.cancha.server.room.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * Who is answered when an input's outcome is released, and how.
 *
 * @param re the request's {@code id}
 * @param seq the act's number
 */
record Asker(@Nullable Link link, SessionId session, Answer answer, @Nullable Integer re,
    @Nullable Long seq) {
  /** How a request is answered when it is not refused. */
  enum Answer {
    /** Not at all: nobody asked. */
    NONE,
    /** {@code done}, after the patch. */
    DONE,
    /** The whole room instead of the patch. */
    WHOLE,
    /** The whole room besides the patch. */
    SYNC,
    /** The whole room, of which the asker is a member from now on. */
    ENTERED,
    /** {@code welcome}, and what was missed. */
    RESUMED,
    /** {@code left}. */
    LEFT,
    /** The patch itself, which acknowledges it. */
    PATCH
  }

  /** For what happens by itself. */
  static final Asker NOBODY = nobody(new SessionId(""));

  static Asker nobody(SessionId session) {
    return new Asker(null, session, Answer.NONE, null, null);
  }
}
