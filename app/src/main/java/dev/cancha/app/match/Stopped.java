package dev.cancha.app.match;

/** The league was stopped in the middle of a match, of which nothing is kept. */
final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Stopped() {
    super("stopped", null, false, false);
  }
}
