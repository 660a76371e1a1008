package dev.cancha.server.foreign;

/** What the calling thread has cost so far, which is not what passed meanwhile on a machine that does other things. */
@FunctionalInterface
public interface CpuClock {
  /** Nanoseconds of a processor's time that the calling thread has used. */
  long nanos();
}
