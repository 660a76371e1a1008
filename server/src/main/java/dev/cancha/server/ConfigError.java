package dev.cancha.server;

/**
 * The configuration cannot be used. The message is one line for the person who wrote it: where (file and line, or
 * {@code --set}), which key, what is wrong, and what would be right.
 */
public final class ConfigError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigError(String message) {
    super(message);
  }
}
