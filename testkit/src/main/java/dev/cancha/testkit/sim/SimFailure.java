package dev.cancha.testkit.sim;

import org.jspecify.annotations.Nullable;

/** The world cannot go on, or what was waited for did not happen. Its message names the world's seed. */
public final class SimFailure extends AssertionError {
  private static final long serialVersionUID = 1L;

  SimFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
