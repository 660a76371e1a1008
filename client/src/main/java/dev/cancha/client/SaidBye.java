package dev.cancha.client;

import dev.cancha.common.message.ByeCode;

/** The server said {@code bye} in a way after which a client does not come back: taken over, or rate limited. */
public final class SaidBye extends ClientFailure {
  private static final long serialVersionUID = 1L;

  private final ByeCode code;

  SaidBye(ByeCode code, String message) {
    super(message);
    this.code = code;
  }

  public ByeCode code() {
    return code;
  }
}
