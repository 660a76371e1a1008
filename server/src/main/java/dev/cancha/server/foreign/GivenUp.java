package dev.cancha.server.foreign;

/** Ends what a thread still does for a loop that was given up: none of it counts any more. */
public final class GivenUp extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GivenUp() {
    super("the event loop was given up", null, false, false);
  }
}
