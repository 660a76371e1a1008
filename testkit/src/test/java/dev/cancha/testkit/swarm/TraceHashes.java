package dev.cancha.testkit.swarm;

/** A program that prints the trace hash of each seed that it is given: run in a JVM with other settings. */
final class TraceHashes {
  private TraceHashes() {}

  /** {@code seeds}, one an argument. */
  public static void main(String[] seeds) {
    for (String seed : seeds) {
      System.out.println(line(Long.parseLong(seed)));
    }
  }

  static String line(long seed) {
    return "trace " + seed + " " + SwarmRun.run(Seeds.staging(), seed).traceHash();
  }
}
