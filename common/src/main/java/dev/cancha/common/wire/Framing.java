package dev.cancha.common.wire;

/** How messages stand in the byte stream of a connection. */
public enum Framing {
  /** A 4-byte big-endian length, then the body. */
  FRAMES,
  /** A WebSocket text message. */
  WEBSOCKET
}
