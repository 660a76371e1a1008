package dev.cancha.common.message;

/** Where a room stands. */
public enum Phase {
  LOBBY, PLAYING, OVER
}
