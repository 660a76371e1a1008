package dev.cancha.app.match;

/** How a bot can fail in a match. */
enum FaultKind {
  /** It ended, could not be started, or threw. */
  CRASH,
  /** It did not answer in its time. */
  TIMEOUT,
  /** It answered with what is no act, or with one that the rules refuse. */
  ILLEGAL
}
