package dev.cancha.server.replay;

/** There is no replay that could be read. The message is a sentence that says why. */
public final class NoReplay extends Exception {
  private static final long serialVersionUID = 1L;

  public NoReplay(String message) {
    super(message);
  }
}
