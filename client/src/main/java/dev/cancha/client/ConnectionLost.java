package dev.cancha.client;

/** There was no connection, or it was lost before the answer came. */
public final class ConnectionLost extends ClientFailure {
  private static final long serialVersionUID = 1L;

  private final boolean maybeDone;

  ConnectionLost(String message, boolean maybeDone) {
    super(message);
    this.maybeDone = maybeDone;
  }

  /** True: it was sent, and may or may not have been done; look at the room. False: it was never sent. */
  public boolean maybeDone() {
    return maybeDone;
  }
}
