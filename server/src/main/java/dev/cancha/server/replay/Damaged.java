package dev.cancha.server.replay;

/** A replay has bytes that were not written so. The message is a sentence that names the first such line. */
public final class Damaged extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  Damaged(int line, String message) {
    super(message);
    this.line = line;
  }

  /** From 1. */
  public int line() {
    return line;
  }
}
