package dev.cancha.app.host;

/** The server cannot be started as asked. The message is one sentence for the person who asked. */
public final class HostError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public HostError(String message) {
    super(message);
  }
}
