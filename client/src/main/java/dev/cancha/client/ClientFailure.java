package dev.cancha.client;

/** Why a request was not answered as asked, or a client is closed. Made on the client's loop, so without a stack. */
public abstract sealed class ClientFailure extends RuntimeException permits Refused, ConnectionLost, SaidBye {
  private static final long serialVersionUID = 1L;

  ClientFailure(String message) {
    super(message, null, false, false);
  }
}
