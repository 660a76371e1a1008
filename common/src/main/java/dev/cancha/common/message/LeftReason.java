package dev.cancha.common.message;

/** Why a session is no longer in its room. On the wire in lowerCamelCase. */
public enum LeftReason {
  /** It asked to leave. */
  LEFT,
  /** The host sent it away. */
  KICKED,
  /** It was absent for too long. */
  EXPIRED,
  /** The room was closed by the operator, or after {@code internal}. */
  CLOSED
}
