package dev.cancha.testkit;

import com.sun.management.OperatingSystemMXBean;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Settings;
import dev.cancha.testkit.match.Comets;
import dev.cancha.testkit.match.Comets.Heading;
import dev.cancha.testkit.match.Comets.Steer;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What {@code build/measure ticking-room} runs: a room of 8 at 20 ticks a second for ten virtual minutes, 10 inputs a
 * second from each client, with the production server and clients, all judges, and the hash over every byte. Prints a
 * line for each round: CPU seconds of the thread that plays, and of the whole process.
 */
final class TickingRoom {
  private static final int SEATS = 8;
  private static final int TICKS = 20 * 600;

  private static final List<Heading> HEADINGS = List.of(Heading.UP, Heading.DOWN, Heading.LEFT,
      Heading.RIGHT);

  private TickingRoom() {}

  public static void main(String[] arguments) {
    int rounds = Integer.parseInt(arguments[0]);
    Json options = Json.ofChecked("{\"ticks\":" + TICKS + "}");
    MatchSpec spec = new MatchSpec("TickingRoom", "comets", List.of(new Comets()), options, Settings.NONE, 2,
        false,
        false);
    for (int i = 0; i < rounds; i++) {
      round(spec, i + 1);
    }
  }

  private static void round(MatchSpec spec, long seed) {
    OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long threadBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long processBefore = process.getProcessCpuTime();
    Match match = new Match(spec, seed, spec.plan(seed), 40);
    int[] acts = new int[1];
    try (Arena arena = match.arena()) {
      String[] names = new String[SEATS];
      for (int i = 0; i < SEATS; i++) {
        names[i] = "player" + i;
      }
      match.join(names);
      for (Player player : match.players()) {
        player.script(room -> new Steer(HEADINGS.get(acts[0]++ % HEADINGS.size())));
      }
      match.untilOver(Duration.ofMinutes(11));
      double thread = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - threadBefore) / 1e9;
      double all = (process.getProcessCpuTime() - processBefore) / 1e9;
      System.out.printf(Locale.ROOT, "%.3f %.3f %.1f %d %d %s%n", thread, all,
          match.elapsed().toMillis() / 1e3, acts[0],
          arena.world().trace().chunks(), arena.world().traceHash());
      match.finish();
    }
  }
}
