package dev.cancha.client;

import dev.cancha.common.message.ErrorCode;

/** The server answered with an {@code error}: nothing was changed by the request. */
public final class Refused extends ClientFailure {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  Refused(ErrorCode code, String message) {
    super(message);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }
}
