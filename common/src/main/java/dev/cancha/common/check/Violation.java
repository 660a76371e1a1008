package dev.cancha.common.check;

/** A game does not hold what it promises: ends the match that is being looked at. Costs no stack walk. */
final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Check check;
  private final String right;

  /**
   * What is wrong.
   *
   * @param what a sentence
   * @param right a sentence that says what would be right
   */
  Violation(Check check, String what, String right) {
    super(what, null, false, false);
    this.check = check;
    this.right = right;
  }

  Check check() {
    return check;
  }

  String what() {
    return String.valueOf(getMessage());
  }

  String right() {
    return right;
  }
}
