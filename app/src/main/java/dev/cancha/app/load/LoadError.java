package dev.cancha.app.load;

/** Nothing can be measured. The message is one sentence for the person who asked. */
public final class LoadError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LoadError(String message) {
    super(message);
  }
}
