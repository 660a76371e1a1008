package dev.cancha.app.load;

import org.HdrHistogram.Histogram;

/**
 * One measured interval of one server.
 *
 * @param millis how long it took until everything was answered
 * @param patchBytes that a patch had on average, without its header
 * @param cpu what the server used
 * @param clientCpu what the crowd's process used
 * @param commitMillis what a commit took in the median, by the server; 0 where it stores nothing
 */
record Sample(long millis, Latencies latencies, long acts, long patches, double patchBytes, CpuTime cpu,
    CpuTime clientCpu, double commitMillis) {
  /** From an act's sending to the arrival of its own patch, in microseconds. */
  record Latencies(double p50, double p90, double p99, double p999, double max) {
    static Latencies of(Histogram nanos) {
      return new Latencies(at(nanos, 50), at(nanos, 90), at(nanos, 99), at(nanos, 99.9),
          nanos.getMaxValue() / 1e3);
    }

    private static double at(Histogram nanos, double percentile) {
      return nanos.getValueAtPercentile(percentile) / 1e3;
    }
  }

  static Sample of(Crowd.Tally tally, long millis, CpuTime cpu, CpuTime clientCpu) {
    if (tally.acts() == 0) {
      throw new LoadError("No act was answered within an interval: give it more --seconds.");
    }
    return new Sample(millis, Latencies.of(tally.latencies()), tally.acts(), tally.patches(),
        (double) tally.patchBytes() / tally.patches(), cpu, clientCpu, 0);
  }

  /** The same of a server that told how long its commits took. */
  Sample withCommits(Buckets commits) {
    return new Sample(millis, latencies, acts, patches, patchBytes, cpu, clientCpu, commits.median());
  }

  double cpuMicrosPerAct() {
    return (double) cpu.micros() / acts;
  }

  double userMicrosPerAct() {
    return (double) cpu.userMicros() / acts;
  }

  double systemMicrosPerAct() {
    return (double) cpu.systemMicros() / acts;
  }

  double actsPerSecond() {
    return 1e3 * acts / millis;
  }

  /** The share of one processor that the server used. */
  double busy() {
    return cpu.micros() / 1e3 / millis;
  }

  /** The share of one processor that the crowd used. */
  double clientBusy() {
    return clientCpu.micros() / 1e3 / millis;
  }
}
