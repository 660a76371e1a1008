package dev.cancha.common.check;

/** What is measured, as it is called in reports. */
final class Measures {
  static final String VIEW = "view, bytes";
  static final String PATCH = "patch of a step, bytes";
  static final String STEP = "time of a step, µs";

  private Measures() {}
}
