package dev.cancha.testkit.swarm;

import com.sun.management.OperatingSystemMXBean;
import dev.cancha.testkit.fault.FaultPlan;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import dev.cancha.testkit.scene.Workload;
import dev.cancha.testkit.work.Workloads;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Measures; {@code build/measure swarm-rates} runs it and writes what it prints into docs/performance.md. Its name
 * keeps it out of builds.
 */
class SwarmRates {
  private static final int WARM_UP = 60;
  private static final int ROOMS = 100;
  private static final int PLAYERS = 4;
  /** A virtual minute with some of everything that a client meets. */
  private static final FaultPlan ROOM_OF_4 = FaultPlan
      .parse("mix seconds=60 loops=2 latency=10 jitter=5 segment=1460"
          + " coalesce=100 window=65536 framing=frames work= | reset@10000 c0 | lag@15000+5000 c1 by 300"
          + " | blackHole@20000+8000 c2 | kill@30000+4000 c3 | stall@40000+3000 c0 | crumbs@45000+5000 c1 by 1"
          + " | pauseAll@52000+1000");

  private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory
      .getOperatingSystemMXBean();

  private static Staging rooms(int count, List<Judge> judges) {
    return new Staging(List.of(), (random, mix) -> {
      List<Workload> tables = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        tables.addAll(Workloads.table("whispers", PLAYERS));
      }
      return tables;
    }, () -> judges, Seeds.staging().ports());
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void seedsPerCpuMinuteAndHeapPerClient() {
    int seeds = Integer.getInteger("rates.seeds", 300);
    rate("room", seeds, seed -> SwarmRun.run(rooms(1, Seeds.staging().judges().get()), seed, ROOM_OF_4));
    rate("mix", seeds, seed -> SwarmRun.run(Seeds.staging(), seed));
    System.out.println(String.format(Locale.ROOT, "rate heapKib %.2f", heapPerClient() / 1024.0));
  }

  private void rate(String name, int seeds, LongFunction<Verdict> run) {
    played(0, WARM_UP, run);
    long began = system.getProcessCpuTime();
    Duration virtual = played(WARM_UP, seeds, run);
    double minutes = (system.getProcessCpuTime() - began) / 60e9;
    System.out.println(String.format(Locale.ROOT, "rate %sSeeds %.1f", name, seeds / minutes));
    System.out.println(
        String.format(Locale.ROOT, "rate %sMinutes %.1f", name, virtual.toMillis() / 60e3 / minutes));
  }

  private static Duration played(long first, int seeds, LongFunction<Verdict> run) {
    Duration played = Duration.ZERO;
    for (long seed = first; seed < first + seeds; seed++) {
      played = played.plus(run.apply(seed).played());
    }
    return played;
  }

  /**
   * What the middle of a run holds with many rooms, less what it holds with one: without judges, whose memory grows
   * with all that they have heard.
   */
  private static double heapPerClient() {
    return (heap(ROOMS) - heap(1)) / (double) (PLAYERS * (ROOMS - 1));
  }

  private static long heap(int rooms) {
    HeapAtTheEnd heap = new HeapAtTheEnd();
    SwarmRun.run(rooms(rooms, List.of(heap)), 1, new FaultPlan(ROOM_OF_4.mix(), List.of()));
    return heap.bytes;
  }

  /** Looks at the heap while everyone still plays. */
  private static final class HeapAtTheEnd implements Judge {
    private long bytes;

    @Override
    public String name() {
      return "heap";
    }

    @Override
    public void begin(Scene scene) {}

    @Override
    public List<String> complaints(Stage stage) {
      if (stage == Stage.HEALED) {
        System.gc();
        bytes = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      }
      return List.of();
    }
  }
}
