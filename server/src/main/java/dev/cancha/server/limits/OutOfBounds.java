package dev.cancha.server.limits;

/** A limit has a value that it must not have. The message is a sentence that says what would be right. */
public final class OutOfBounds extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String component;

  public OutOfBounds(String component, String message) {
    super(message);
    this.component = component;
  }

  /** The component of the record that is at fault: also the last part of its key in the configuration. */
  public String component() {
    return component;
  }
}
