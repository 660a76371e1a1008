package dev.cancha.common.check;

/** One check that is made at every moment of a match. Owner: the thread that checks. */
interface Probe<S, A> {
  Check check();

  /** Whether there is anything of that kind in the game. */
  default boolean applies(Rules<S, A> rules) {
    return true;
  }

  /**
   * Looks.
   *
   * @throws Violation where the check does not hold; whatever else is thrown by the rules is one, too
   */
  void look(Scene<S, A> scene);
}
