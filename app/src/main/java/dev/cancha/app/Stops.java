package dev.cancha.app;

import dev.cancha.common.CompositionRoot;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;

/**
 * What is to be done when the process is asked to stop (SIGTERM, SIGINT or SIGHUP): one after the other, what was added
 * last first, so that a screen is left before the server behind it ends the process. Any thread may add.
 */
final class Stops implements Consumer<Runnable> {
  private final Deque<Runnable> tasks = new ConcurrentLinkedDeque<>();

  private Stops() {}

  @CompositionRoot("the process has one hook, which runs on a thread of its own")
  static Stops ofThisProcess() {
    var stops = new Stops();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("cancha-stop").unstarted(stops::run));
    return stops;
  }

  @Override
  public void accept(Runnable task) {
    tasks.push(task);
  }

  private void run() {
    tasks.forEach(Runnable::run);
  }
}
