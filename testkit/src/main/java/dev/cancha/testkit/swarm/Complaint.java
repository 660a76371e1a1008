package dev.cancha.testkit.swarm;

import dev.cancha.testkit.scene.Stage;

/**
 * What one judge found wrong.
 *
 * @param judge the judge's name, or {@link #WORLD} where the run itself broke
 * @param stage when it was asked
 * @param sentence what is wrong
 */
public record Complaint(String judge, Stage stage, String sentence) {
  /** An exception that nobody caught, or time that stood still. */
  public static final String WORLD = "world";

  @Override
  public String toString() {
    return judge + " at " + stage + ": " + sentence;
  }
}
