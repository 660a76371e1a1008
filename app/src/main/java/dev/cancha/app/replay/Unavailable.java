package dev.cancha.app.replay;

/** There is nothing to play. The message is one sentence for the person who asked. */
public final class Unavailable extends Exception {
  private static final long serialVersionUID = 1L;

  public Unavailable(String message) {
    super(message);
  }
}
