package dev.cancha.testkit.fault;

import dev.cancha.common.wire.Framing;
import dev.cancha.testkit.fault.FaultKind.Victim;
import dev.cancha.testkit.fault.Mix.Network;
import dev.cancha.testkit.sim.SimRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws what a seed stands for. Not evenly: where everything is a little bad, the rare states are never reached. So
 * most seeds leave most kinds out, and most have one or two kinds that come again and again; some concentrate on one
 * client, some let several things go wrong in the same instant.
 */
public final class PlanDraw {
  private static final List<Integer> LATENCIES = List.of(0, 1, 2, 10, 40, 120, 400);
  private static final List<Integer> SEGMENTS = List.of(100, 536, 1_460, 1_460, Network.WHOLE, Network.WHOLE);
  private static final List<Integer> WINDOWS = List.of(64, 500, 4_096, 65_536, 65_536, Network.WIDE);
  private static final List<Framing> BOTH = List.of(Framing.FRAMES, Framing.WEBSOCKET);
  private static final List<DiskClass> DISKS = List.of(DiskClass.FAST, DiskClass.FAST, DiskClass.USUAL,
      DiskClass.SLOW);
  private static final int MOST_WORST_SEGMENT = 7;
  private static final int MOST_TARGETS = 24;
  /** How many instants share the faults of a seed whose faults come together. */
  private static final int INSTANTS = 4;
  private static final int LONGEST_PAUSE_MILLIS = 4_000;
  private static final int LONGEST_OUTAGE_MILLIS = 15_000;
  /** Longer than the 25 s after which silence is a lost connection, so that both sides of that bound are drawn. */
  private static final int LONGEST_MILLIS = 40_000;

  private final SimRandom random;

  private PlanDraw(SimRandom random) {
    this.random = random;
  }

  /** The plan of a seed; {@code workloads} are the names to draw from. */
  public static FaultPlan plan(SimRandom random, List<String> workloads) {
    Mix mix = new PlanDraw(random.fork("mix")).mix(workloads);
    return new FaultPlan(mix, new PlanDraw(random.fork("faults")).faults(mix));
  }

  private Mix mix(List<String> workloads) {
    List<String> played = new ArrayList<>();
    if (!workloads.isEmpty()) {
      long count = random.between(1, 3);
      for (int i = 0; i < count; i++) {
        played.add(random.pick(workloads));
      }
    }
    List<Framing> framings = new ArrayList<>();
    long speeches = random.between(1, 3);
    for (int i = 0; i < speeches; i++) {
      framings.add(random.pick(BOTH));
    }
    return new Mix((int) random.between(20, 60), (int) random.between(1, 4), network(),
        random.fork("disk").pick(DISKS), framings, played);
  }

  private Network network() {
    int latency = random.pick(LATENCIES);
    int jitter = random.chance(0.4) ? 0 : random.nextInt(2 * latency + 5);
    int segment = random.chance(0.25)
        ? (int) random.between(1, MOST_WORST_SEGMENT)
        : random.pick(SEGMENTS);
    int coalesce = random.chance(0.5) ? 100 : random.nextInt(101);
    return new Network(latency, jitter, segment, coalesce, random.pick(WINDOWS));
  }

  private List<Fault> faults(Mix mix) {
    List<Integer> instants = new ArrayList<>();
    if (random.chance(0.3)) {
      for (int i = 0; i < INSTANTS; i++) {
        instants.add(random.nextInt(mix.seconds() * 1_000));
      }
    }
    int targets = random.chance(0.4) ? 2 : MOST_TARGETS;
    List<Fault> faults = new ArrayList<>();
    if (random.chance(0.05)) {
      return faults;
    }
    for (FaultKind kind : FaultKind.values()) {
      int count = count(kind, mix.seconds());
      for (int i = 0; i < count; i++) {
        int at = instants.isEmpty() ? random.nextInt(mix.seconds() * 1_000) : random.pick(instants);
        faults.add(fault(kind, at, targets));
      }
    }
    return faults;
  }

  /** None for most, a few for some, many for one or two of them. */
  private int count(FaultKind kind, int seconds) {
    double dice = random.between(0, 999) / 1_000.0;
    double perMinute;
    if (dice < 0.72) {
      return 0;
    } else if (dice < 0.91) {
      perMinute = random.between(1, 3);
    } else {
      perMinute = kind.victim() == Victim.CLIENT ? random.between(8, 40) : random.between(3, 8);
    }
    return (int) Math.ceil(perMinute * seconds / 60.0);
  }

  private Fault fault(FaultKind kind, int at, int targets) {
    int target = kind.victim() == Victim.SERVER ? 0 : random.nextInt(targets);
    int amount = (int) random.between(kind.amount().least(), kind.amount().most());
    if (random.chance(0.3)) {
      amount = kind.amount().worst();
    }
    return new Fault(kind, at, kind.lasts() ? millis(kind) : 0, target, amount);
  }

  /** Short ones are common: each doubling of the length is about as probable as the one before. */
  private int millis(FaultKind kind) {
    int longest = switch (kind.victim()) {
      case CLIENT -> LONGEST_MILLIS;
      case LOOP -> LONGEST_PAUSE_MILLIS;
      case SERVER -> kind == FaultKind.PAUSE_ALL ? LONGEST_PAUSE_MILLIS : LONGEST_OUTAGE_MILLIS;
    };
    int bound = 100;
    while (bound < longest && random.chance(0.85)) {
      bound *= 2;
    }
    return (int) random.between(bound / 2, Math.min(bound, longest));
  }
}
