package dev.cancha.app.load;

import dev.cancha.common.CompositionRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a process has used of processors.
 *
 * @param userMicros in the program itself
 * @param systemMicros in the kernel on its behalf; 0 where the two cannot be told apart, and all is user's
 */
record CpuTime(long userMicros, long systemMicros) {
  /** Linux tells programs of a hundred ticks a second, whatever its own are. */
  private static final long MICROS_A_TICK = 10_000;

  /** Of a process that is still there. */
  @CompositionRoot("reads the kernel's counts")
  static CpuTime of(ProcessHandle process) {
    Path stat = Path.of("/proc", String.valueOf(process.pid()), "stat");
    try {
      if (Files.isReadable(stat)) {
        return parse(Files.readString(stat));
      }
    } catch (IOException e) {
      throw new LoadError("The server's process has ended.");
    }
    Duration total = process.info()
        .totalCpuDuration()
        .orElseThrow(() -> new LoadError("This system does not tell what a process uses of processors."));
    return new CpuTime(total.toNanos() / 1000, 0);
  }

  /** The line of {@code /proc/PID/stat}: the name in brackets may hold anything, also brackets. */
  static CpuTime parse(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    // the third field of the line is the first one after the name; utime and stime are the 14th and 15th
    return new CpuTime(Long.parseLong(fields[11]) * MICROS_A_TICK,
        Long.parseLong(fields[12]) * MICROS_A_TICK);
  }

  CpuTime since(CpuTime before) {
    return new CpuTime(userMicros - before.userMicros, systemMicros - before.systemMicros);
  }

  long micros() {
    return userMicros + systemMicros;
  }
}
