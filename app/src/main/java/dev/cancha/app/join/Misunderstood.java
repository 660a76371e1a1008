package dev.cancha.app.join;

/** What was typed cannot be understood. The message is a sentence that says what would be. */
public final class Misunderstood extends Exception {
  private static final long serialVersionUID = 1L;

  Misunderstood(String message) {
    super(message);
  }
}
