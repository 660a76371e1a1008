package dev.cancha.server.bots;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The bots that are programs, what starts them, and how many run. Any thread. */
public final class Programs {
  private final ProgramLimits limits;
  private final Launcher launcher;
  private final List<Program> programs;
  private final AtomicInteger running = new AtomicInteger();

  public Programs(ProgramLimits limits, Launcher launcher) {
    this.limits = limits;
    this.launcher = launcher;
    programs = limits.bots().stream().map(Program::parse).toList();
  }

  /** Where there are none. */
  public static Programs none() {
    return new Programs(ProgramLimits.standard(), Launcher.none());
  }

  /**
   * A command as it is split here: at spaces, and quotes keep together what is between them.
   *
   * @throws dev.cancha.server.limits.OutOfBounds where a quote is not closed
   */
  public static List<String> words(String command) {
    return Program.words(command);
  }

  List<Program> all() {
    return programs;
  }

  ProgramLimits limits() {
    return limits;
  }

  /** Whether one more may run; if so, {@link #gone} is to be called once it does no more. */
  boolean admit() {
    int now = running.get();
    while (now < limits.maxRunning()) {
      if (running.compareAndSet(now, now + 1)) {
        return true;
      }
      now = running.get();
    }
    return false;
  }

  void gone() {
    running.decrementAndGet();
  }

  Launcher.Child launch(Program program, Launcher.Ears ears) {
    return launcher.launch(new Launcher.Order(program.name(), program.command(), limits.maxLineBytes()),
        ears);
  }
}
