package dev.cancha.common.json;

/**
 * A JSON value does not have the shape of the Java type that it should be read as. The message is a sentence for the
 * one who sent it: it names the member, says what would be right, and repeats at most 100 characters of the input.
 * Carries no stack trace, since hostile input is common and must cost neither a stack walk nor a log line.
 */
public final class Mismatch extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final boolean outOfBounds;

  Mismatch(String message) {
    this(message, false);
  }

  Mismatch(String message, boolean outOfBounds) {
    super(message);
    this.outOfBounds = outOfBounds;
  }

  /** Whether the shape is right, and only a bound, or a check of a record's constructor, is not kept. */
  public boolean outOfBounds() {
    return outOfBounds;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
