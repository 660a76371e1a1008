package dev.cancha.testkit.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that a run is told beside its seed: what it is made of and what goes wrong when. Immutable; printed on one line
 * and read back from it.
 *
 * @param faults in order of time
 */
public record FaultPlan(Mix mix, List<Fault> faults) {
  private static final Comparator<Fault> IN_TIME = Comparator.comparingInt(Fault::atMillis);
  private static final String BETWEEN = " | ";

  public FaultPlan {
    List<Fault> sorted = new ArrayList<>(faults);
    sorted.sort(IN_TIME);
    faults = Collections.unmodifiableList(sorted);
  }

  /** A plan as {@link #toString} prints it, on one line or on several. */
  public static FaultPlan parse(String text) {
    List<String> parts = Arrays.stream(text.split("[|\\n]"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a plan begins with its mix");
    }
    List<Fault> faults = new ArrayList<>();
    for (String part : parts.subList(1, parts.size())) {
      faults.add(Fault.parse(part));
    }
    return new FaultPlan(MixText.parse(parts.getFirst()), faults);
  }

  /** How many faults there are of each kind that occurs. */
  public Map<FaultKind, Integer> byKind() {
    Map<FaultKind, Integer> counts = new EnumMap<>(FaultKind.class);
    for (Fault fault : faults) {
      counts.merge(fault.kind(), 1, Integer::sum);
    }
    return counts;
  }

  FaultPlan with(List<Fault> others) {
    return new FaultPlan(mix, others);
  }

  FaultPlan with(Mix other) {
    return new FaultPlan(other, faults);
  }

  /** The mix, then every fault, with bars between. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(mix.toString());
    for (Fault fault : faults) {
      text.append(BETWEEN).append(fault);
    }
    return text.toString();
  }
}
