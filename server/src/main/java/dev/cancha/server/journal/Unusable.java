package dev.cancha.server.journal;

/** The journal cannot be opened or read. The message is a whole sentence for whoever starts the server. */
public final class Unusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unusable(String message) {
    super(message);
  }

  public Unusable(String message, Throwable cause) {
    super(message, cause);
  }
}
