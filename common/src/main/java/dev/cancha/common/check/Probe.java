package dev.cancha.common.check;

/** One check that is made at every moment of a match. Owner: the thread that checks. */
interface Probe<S, A> {
  Check check();

  /**
   * Looks.
   *
   * @throws Violation where the check does not hold; whatever else is thrown by the rules is one, too
   */
  void look(Scene<S, A> scene);
}
