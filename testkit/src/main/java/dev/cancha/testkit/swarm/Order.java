package dev.cancha.testkit.swarm;

/**
 * What a swarm is to do.
 *
 * @param firstSeed the seeds are this and those that follow it
 * @param seeds how many, at least 1
 * @param threads that run seeds at the same time, each in a world of its own; 1 to 64
 * @param mostFailures after so many it stops, at least 1
 * @param shrinkRuns how often the first failure may be run again to make it smaller; 0 leaves it as it is
 */
public record Order(long firstSeed, int seeds, int threads, int mostFailures, int shrinkRuns) {
  private static final int MOST_FAILURES = 5;
  private static final int SHRINK_RUNS = 200;

  public Order {
    if (seeds < 1 || threads < 1 || threads > 64 || mostFailures < 1 || shrinkRuns < 0) {
      throw new IllegalArgumentException(
          "a swarm has seeds, 1 to 64 threads, and bounds on failures and runs");
    }
  }

  /** With the usual bounds on failures. */
  public static Order of(long firstSeed, int seeds, int threads) {
    return new Order(firstSeed, seeds, threads, MOST_FAILURES, SHRINK_RUNS);
  }
}
