package dev.cancha.server.journal;

/** An append is not on disk. The message is a sentence for an operator. */
public class NotStored extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotStored(String message) {
    super(message);
  }

  public NotStored(String message, Throwable cause) {
    super(message, cause);
  }
}
