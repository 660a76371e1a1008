package dev.cancha.testkit.scene;

/** When judges are asked. */
public enum Stage {
  /** The faults are over: nothing wrong may have happened. */
  FAULTS,
  /** Everything has worked for a while: what was broken goes on, and everyone agrees. */
  HEALED,
  /** Everyone has left, and all graces are over: nothing is left. */
  IDLE
}
