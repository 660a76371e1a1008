package dev.cancha.testkit.swarm;

import dev.cancha.testkit.fault.FaultKind;
import dev.cancha.testkit.fault.FaultPlan;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;

/**
 * What came of one run. Immutable.
 *
 * @param traceHash SHA-256 over every chunk that was delivered: two runs with the same one were the same run
 * @param played the virtual time in which there was play, without the wait for graces at the end
 * @param faults how many of each kind were done
 * @param reached the rare states that were come to, and how often
 * @param complaints of all judges; empty is a pass
 * @param lastEvents before the first complaint, a line each; empty for a pass
 */
public record Verdict(long seed, FaultPlan plan, String traceHash, Duration played,
    SortedMap<FaultKind, Integer> faults, SortedMap<String, Long> reached, List<Complaint> complaints,
    List<String> lastEvents) {
  public Verdict {
    complaints = List.copyOf(complaints);
    lastEvents = List.copyOf(lastEvents);
  }

  public boolean failed() {
    return !complaints.isEmpty();
  }

  /** Whether a judge that complained here complained there too: a shrunk plan must show the same fault. */
  boolean like(Verdict other) {
    return complaints.stream()
        .anyMatch(mine -> other.complaints.stream().anyMatch(theirs -> mine.judge().equals(theirs.judge())));
  }
}
