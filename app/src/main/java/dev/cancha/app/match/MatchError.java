package dev.cancha.app.match;

/** The league cannot begin or go on. The message is one sentence for the person who asked. */
public final class MatchError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean usage;

  private MatchError(String message, boolean usage) {
    super(message);
    this.usage = usage;
  }

  /** Something failed. */
  static MatchError failed(String message) {
    return new MatchError(message, false);
  }

  /** What was asked for is wrong; the message says what would be right. */
  static MatchError asked(String message) {
    return new MatchError(message, true);
  }

  /** Whether what was asked for is wrong. */
  public boolean usage() {
    return usage;
  }
}
