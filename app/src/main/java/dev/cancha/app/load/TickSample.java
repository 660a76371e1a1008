package dev.cancha.app.load;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * One measured interval of one server whose rooms tick.
 *
 * @param patchBytes that a patch had on average, without its header
 * @param roomTicks revisions that its rooms showed
 * @param refused acts that came too late
 * @param jitter how far the time between two patches to a client was from the period
 * @param late how late the server took its ticks, in the whole match; absent where it does not tell
 * @param cpu what the server used
 * @param clientCpu what the crowd's process used
 */
record TickSample(long millis, long patches, double patchBytes, long roomTicks, long acts, long refused,
    Percentiles jitter, @Nullable Percentiles late, CpuTime cpu, CpuTime clientCpu) {
  /** In milliseconds. */
  record Percentiles(double p50, double p99, double p999) {
    static Percentiles of(Histogram nanos) {
      return new Percentiles(at(nanos, 50), at(nanos, 99), at(nanos, 99.9));
    }

    /** Of whole buckets: at most so much. */
    static Percentiles of(Buckets late) {
      return new Percentiles(late.at(50), late.at(99), late.at(99.9));
    }

    private static double at(Histogram nanos, double percentile) {
      return nanos.getValueAtPercentile(percentile) / 1e6;
    }
  }

  /** What was used meanwhile. */
  record Used(long millis, CpuTime server, CpuTime clients) {}

  static TickSample of(TickCrowd.Tally tally, Used used, @Nullable Buckets late) {
    if (tally.patches() == 0 || tally.roomTicks() == 0) {
      throw new LoadError("No patch came within an interval: give it more --seconds.");
    }
    return new TickSample(used.millis(), tally.patches(), (double) tally.patchBytes() / tally.patches(),
        tally.roomTicks(), tally.acts(), tally.refused(), Percentiles.of(tally.jitter()),
        late == null ? null : Percentiles.of(late), used.server(), used.clients());
  }

  double cpuMicrosPerRoomTick() {
    return (double) cpu.micros() / roomTicks;
  }

  double cpuMicrosPerClientTick() {
    return (double) cpu.micros() / patches;
  }

  double userMicrosPerClientTick() {
    return (double) cpu.userMicros() / patches;
  }

  double systemMicrosPerClientTick() {
    return (double) cpu.systemMicros() / patches;
  }

  double patchesPerSecond() {
    return 1e3 * patches / millis;
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
