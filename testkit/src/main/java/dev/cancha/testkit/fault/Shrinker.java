package dev.cancha.testkit.fault;

import dev.cancha.common.wire.Framing;
import dev.cancha.testkit.fault.Mix.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Makes a plan that fails as small as it can: first fewer faults (delta debugging), then fewer workloads, then milder
 * faults, then a plainer mix, and again until nothing helps or the allowed runs are used up. The smallest plan found so
 * far is kept at every step, so it always is one that was seen to fail.
 */
public final class Shrinker {
  private static final int ROUND_MILLIS = 1_000;

  private final Predicate<FaultPlan> fails;
  private final int mostRuns;
  private final Set<String> tried = new TreeSet<>();
  private FaultPlan best;
  private int runs;

  private Shrinker(FaultPlan plan, Predicate<FaultPlan> fails, int mostRuns) {
    this.best = plan;
    this.fails = fails;
    this.mostRuns = mostRuns;
    tried.add(plan.toString());
  }

  /**
   * What came out.
   *
   * @param plan the smallest that was seen to fail
   * @param runs how many were tried
   * @param done nothing smaller fails; else the runs were used up before
   */
  public record Shrunk(FaultPlan plan, int runs, boolean done) {}

  /** Shrinks {@code plan}, which fails, with at most {@code mostRuns} tries. */
  public static Shrunk shrink(FaultPlan plan, Predicate<FaultPlan> fails, int mostRuns) {
    Shrinker shrinker = new Shrinker(plan, fails, mostRuns);
    shrinker.shrink();
    return new Shrunk(shrinker.best, shrinker.runs, shrinker.runs < mostRuns);
  }

  private void shrink() {
    FaultPlan before;
    do {
      before = best;
      fewer(best.faults(), best::with);
      fewer(best.mix().workloads(), names -> best.with(best.mix().withWorkloads(names)));
      milderFaults();
      plainerMix();
    } while (!best.equals(before) && runs < mostRuns);
  }

  /** Whether this one fails too; then it is the best. None is run twice. */
  private boolean accept(FaultPlan smaller) {
    if (runs >= mostRuns || !tried.add(smaller.toString())) {
      return false;
    }
    runs++;
    boolean failed = fails.test(smaller);
    if (failed) {
      best = smaller;
    }
    return failed;
  }

  /** Interface of {@link #fewer}: a plan with other items. */
  private interface Rebuilt<T> {
    FaultPlan with(List<T> items);
  }

  /** Delta debugging by complements: leaves out halves, then quarters, down to single items. */
  private <T> void fewer(List<T> all, Rebuilt<T> plan) {
    List<T> items = all;
    int parts = 1;
    while (!items.isEmpty() && runs < mostRuns) {
      int size = Math.ceilDiv(items.size(), parts);
      List<T> smaller = withoutOnePart(items, size, plan);
      if (smaller.size() < items.size()) {
        items = smaller;
        parts = Math.max(2, parts - 1);
      } else if (size > 1) {
        parts *= 2;
      } else {
        return;
      }
    }
  }

  /** Without the first {@code size} items in a row that are not needed, or all where all are. */
  private <T> List<T> withoutOnePart(List<T> items, int size, Rebuilt<T> plan) {
    for (int from = 0; from < items.size(); from += size) {
      List<T> rest = new ArrayList<>(items.subList(0, from));
      rest.addAll(items.subList(Math.min(items.size(), from + size), items.size()));
      if (accept(plan.with(rest))) {
        return rest;
      }
    }
    return items;
  }

  private void milderFaults() {
    for (int i = 0; i < best.faults().size() && runs < mostRuns; i++) {
      int index = i;
      again(() -> change(index,
          fault -> fault.kind().lasts() ? fault.lasting(Math.ceilDiv(fault.forMillis(), 2))
              : fault));
      again(() -> change(index, fault -> fault.by(fault.kind().amount().milder(fault.amount()))));
      change(index, fault -> fault.at(fault.atMillis() - fault.atMillis() % ROUND_MILLIS));
    }
  }

  private boolean change(int index, UnaryOperator<Fault> milder) {
    List<Fault> faults = new ArrayList<>(best.faults());
    faults.set(index, milder.apply(faults.get(index)));
    return accept(best.with(faults));
  }

  private void plainerMix() {
    Network plain = Network.plain();
    mix(mix -> mix.withNetwork(plain));
    mix(mix -> mix.withLoops(1));
    mix(mix -> mix.withDisk(DiskClass.FAST));
    mix(mix -> mix.withFramings(List.of(Framing.FRAMES)));
    network(n -> new Network(n.latencyMillis(), 0, n.segmentBytes(), n.coalescePercent(), n.windowBytes()));
    network(
        n -> new Network(n.latencyMillis(), n.jitterMillis(), plain.segmentBytes(), plain.coalescePercent(),
            n.windowBytes()));
    network(n -> new Network(n.latencyMillis(), n.jitterMillis(), n.segmentBytes(), n.coalescePercent(),
        plain.windowBytes()));
    network(n -> new Network(plain.latencyMillis(), n.jitterMillis(), n.segmentBytes(), n.coalescePercent(),
        n.windowBytes()));
    again(() -> mix(mix -> mix.withSeconds(Math.ceilDiv(mix.seconds(), 2))));
  }

  private boolean mix(UnaryOperator<Mix> plainer) {
    return accept(best.with(plainer.apply(best.mix())));
  }

  private void network(UnaryOperator<Network> plainer) {
    mix(mix -> mix.withNetwork(plainer.apply(mix.network())));
  }

  /** One way to make it smaller, as often as it helps. */
  private interface Step {
    boolean helped();
  }

  private static void again(Step step) {
    boolean helped = true;
    while (helped) {
      helped = step.helped();
    }
  }
}
