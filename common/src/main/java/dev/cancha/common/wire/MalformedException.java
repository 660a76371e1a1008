package dev.cancha.common.wire;

/**
 * The bytes are not a message. Carries no stack trace: hostile input is common, and must cost neither a stack walk
 * nor a log line.
 */
public final class MalformedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Malformed malformed;

  MalformedException(Malformed malformed) {
    super(malformed.message(), null, false, false);
    this.malformed = malformed;
  }

  public Malformed malformed() {
    return malformed;
  }
}
