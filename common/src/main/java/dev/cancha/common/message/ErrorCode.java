package dev.cancha.common.message;

/** Why a request was refused: {@code code} of an {@link ServerMessage.Failure}. On the wire in lowerCamelCase. */
public enum ErrorCode {
  TOO_LARGE(4005), BAD_JSON(4006), BAD_MESSAGE(4007), UNKNOWN_TYPE, HELLO_FIRST(4008), ALREADY_WELCOME,
  UNSUPPORTED_PROTOCOL(4009), UNAUTHORIZED(4010), BAD_TOKEN(4011), NO_SUCH_GAME, BAD_OPTIONS, NO_SUCH_BOT,
  NO_SUCH_ROOM, WRONG_PASSWORD, ROOM_FULL, SEAT_TAKEN, ALREADY_IN_ROOM, KICKED, ALREADY_PLAYING, NOT_IN_ROOM,
  NOT_PLAYING, NOT_ENOUGH_PLAYERS, NOT_HOST, NOT_YOUR_TURN, ILLEGAL_ACTION, STALE, RATE_LIMITED, SERVER_FULL,
  DRAINING, INTERNAL;

  /** The close code of a WebSocket that closes for any other reason. */
  public static final int OTHER_CLOSE_CODE = 4099;

  private final int closeCode;

  ErrorCode() {
    this(OTHER_CLOSE_CODE);
  }

  ErrorCode(int closeCode) {
    this.closeCode = closeCode;
  }

  /** The close code of the WebSocket that this error closes. */
  public int closeCode() {
    return closeCode;
  }
}
