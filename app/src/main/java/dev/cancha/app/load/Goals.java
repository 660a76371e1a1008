package dev.cancha.app.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether what was measured is what it should be. Pure.
 *
 * @param busy whether players act as fast as they are answered: only then CPU time an act can be compared, for a
 *     processor that is idle at times wakes up anew, and only else latencies, for they are those of a queue then
 */
record Goals(List<Trial.Result> results, Disk disk, boolean busy) {
  private static final int ROOMS = 500;
  private static final double OFF_TO_BARE = 1.6;
  private static final double DURABLE_TO_OFF = 1.5;
  private static final double SYNCS = 2;

  Goals {
    results = List.copyOf(results);
  }

  /** A line for each of them that was tried. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Trial.Result result : results) {
      if (busy && result.rooms() == ROOMS) {
        ratio(lines, result, new Bound(Contender.OFF, Contender.BARE, OFF_TO_BARE));
        ratio(lines, result, new Bound(Contender.DURABLE, Contender.OFF, DURABLE_TO_OFF));
      }
    }
    if (!busy) {
      results.forEach(result -> latency(lines, result));
    }
    return lines;
  }

  /** How often {@code ours} may take the CPU of {@code theirs}. */
  private record Bound(Contender ours, Contender theirs, double most) {}

  private static void ratio(List<String> lines, Trial.Result result, Bound bound) {
    if (result.has(bound.ours) && result.has(bound.theirs)) {
      double median = result.ratio(bound.ours, bound.theirs).median();
      lines.add(String.format(Locale.ROOT, "%s takes at most %.1f times the CPU of %s at %d rooms: %.2f, %s",
          bound.ours.title(),
          bound.most, bound.theirs.title(), result.rooms(), median, verdict(median <= bound.most)));
    }
  }

  private void latency(List<String> lines, Trial.Result result) {
    if (result.has(Contender.OFF) && result.has(Contender.DURABLE)) {
      double p50 = result.laterMillis(Contender.DURABLE, Sample.Latencies::p50).median();
      double p99 = result.laterMillis(Contender.DURABLE, Sample.Latencies::p99).median();
      Figure commit = result.commitMillis(Contender.DURABLE);
      double commits = SYNCS * commit.median();
      lines.add(String.format(Locale.ROOT,
          "durable answers at most two syncs later than off at %d rooms, its own and the one under way: by its own"
              + " metrics a commit, with its write and its sync, takes %s ms in the median while they play, and two"
              + " take %.2f; it answers %+.2f ms later in the median: %s (p99 %+.2f ms)",
          result.rooms(), commit.toldWithSpread(2), commits, p50, verdict(p50 <= commits), p99));
      double idle = SYNCS * disk.syncMillis().median();
      lines.add(String.format(Locale.ROOT,
          "two syncs of a page on the idle disk, without a processor that others want, would be %.2f ms (%.2f by"
              + " their p99): %s",
          idle, SYNCS * disk.slowSyncMillis(), verdict(p50 <= idle)));
    }
  }

  private static String verdict(boolean met) {
    return met ? "met" : "NOT met";
  }
}
