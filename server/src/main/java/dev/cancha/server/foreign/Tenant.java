package dev.cancha.server.foreign;

/** One that runs on a foreign loop, and is lost with it. */
public interface Tenant {
  /**
   * The loop was given up. Told once, on the watch's thread, while the loop's may still be at work; whatever that does
   * from now on counts for nothing.
   *
   * @param blamed whether it was this one whose task did not come to an end
   */
  void evicted(boolean blamed);
}
