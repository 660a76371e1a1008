package dev.cancha.common.message;

/** What becomes of a seat whose player stays away for longer than the grace. */
public enum OnAbsent {
  /** It forfeits. */
  FORFEIT,
  /** A bot plays on. */
  BOT,
  /** It is held until the match ends. */
  WAIT
}
