package dev.cancha.app;

import dev.cancha.common.CompositionRoot;
import dev.cancha.common.message.Json;
import dev.cancha.server.bots.Launcher;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The programs that this process has started. Any thread. */
@CompositionRoot("starts the programs that are bots")
final class LocalPrograms implements Launcher {
  private static final Child NOTHING = new Child() {
    @Override
    public void send(Supplier<Json> line) {}

    @Override
    public void end() {}
  };

  private final Set<LocalProgram> running = ConcurrentHashMap.newKeySet();
  private boolean stopped;

  @Override
  public Child launch(Order order, Ears ears) {
    LocalProgram program = new LocalProgram(order, ears, running::remove);
    synchronized (this) {
      if (stopped) {
        ears.ended("is not started: the server stops");
        return NOTHING;
      }
      running.add(program);
    }
    try {
      program.start();
    } catch (OutOfMemoryError noThread) {
      running.remove(program);
      ears.ended("is not started: " + noThread.getMessage());
      return NOTHING;
    }
    return program;
  }

  /** Ends all that still run, and starts no more; waits until they have gone, for {@code most} at most. */
  void stop(Duration most) {
    synchronized (this) {
      stopped = true;
    }
    running.forEach(LocalProgram::end);
    long deadlineNanos = System.nanoTime() + most.toNanos();
    for (LocalProgram program : running) {
      program.awaitGone(TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime()));
    }
  }
}
