package dev.cancha.common.message;

/** Whether a room is listed. */
public enum Visibility {
  PUBLIC, PRIVATE
}
