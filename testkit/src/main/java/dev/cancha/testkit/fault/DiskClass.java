package dev.cancha.testkit.fault;

import dev.cancha.testkit.sim.SimDisk;
import java.time.Duration;

/** What kind of disk the server has, and so how long a sync takes where nothing is wrong. */
public enum DiskClass {
  /** One that takes no time, so that clocks can be told to the millisecond. */
  INSTANT("instant", 0, 0),
  /** One that lies, or has a battery. */
  FAST("fast", 50, 500),
  /** A good one. */
  USUAL("usual", 1_000, 8_000),
  /** A memory card, or a disk that others use too. */
  SLOW("slow", 20_000, 400_000);

  private static final long NANOS_PER_MICRO = 1_000;

  private final String word;
  private final long leastMicros;
  private final long mostMicros;

  DiskClass(String word, long leastMicros, long mostMicros) {
    this.word = word;
    this.leastMicros = leastMicros;
    this.mostMicros = mostMicros;
  }

  /** As it is printed. */
  String word() {
    return word;
  }

  static DiskClass of(String word) {
    for (DiskClass each : values()) {
      if (each.word.equals(word)) {
        return each;
      }
    }
    throw new IllegalArgumentException("'" + word + "' is no disk: instant, fast, usual or slow");
  }

  /** Makes {@code disk} one of these. */
  public void applyTo(SimDisk disk) {
    disk.takes(Duration.ofNanos(leastMicros * NANOS_PER_MICRO),
        Duration.ofNanos(mostMicros * NANOS_PER_MICRO));
  }
}
