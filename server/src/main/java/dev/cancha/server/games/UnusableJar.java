package dev.cancha.server.games;

/** A file has no games that can be played. The message is one sentence for the person who put it there. */
public final class UnusableJar extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableJar(String message, Throwable cause) {
    super(message, cause);
  }

  UnusableJar(String message) {
    super(message);
  }
}
