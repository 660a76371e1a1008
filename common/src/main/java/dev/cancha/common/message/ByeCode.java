package dev.cancha.common.message;

/** Why the server closes a connection that did nothing wrong in its last message. On the wire in lowerCamelCase. */
public enum ByeCode {
  SHUTDOWN(4000), TAKEN_OVER(4001), IDLE(4002), RATE_LIMITED(4003), SLOW(4004);

  private final int closeCode;

  ByeCode(int closeCode) {
    this.closeCode = closeCode;
  }

  /** The close code of the WebSocket that this ends. */
  public int closeCode() {
    return closeCode;
  }
}
