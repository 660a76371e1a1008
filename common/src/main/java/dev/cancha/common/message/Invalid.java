package dev.cancha.common.message;

/**
 * What a client sent is not a message of the protocol. Carries no stack trace: hostile input is common, and must
 * cost neither a stack walk nor a log line.
 */
public final class Invalid extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  public Invalid(ErrorCode code, String message) {
    super(message);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
