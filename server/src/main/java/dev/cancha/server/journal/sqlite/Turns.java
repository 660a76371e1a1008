package dev.cancha.server.journal.sqlite;

/**
 * The turns of those who append. An event loop that has a hundred messages at hand handles them in one turn: what they
 * lead to is one commit, where else the writer would start with the first of them and do the others two by two.
 */
@FunctionalInterface
public interface Turns {
  /** Of threads that have none. */
  Turns NONE = Runnable::run;

  /**
   * Runs {@code task} when the turn of the calling thread is over, and at once where it has none. Asked for the same
   * task several times in a turn, it may run it once.
   */
  void atEnd(Runnable task);
}
