package dev.cancha.server.bots;

import dev.cancha.common.message.Json;
import java.util.List;
import java.util.function.Supplier;

/**
 * Starts programs as children of the server. All that waits for a program happens on threads of its own, never on the
 * caller's. Any thread.
 */
@FunctionalInterface
public interface Launcher {
  /** Starts a program and returns at once; where it cannot be started, {@code ears} are told that it has ended. */
  Child launch(Order order, Ears ears);

  /** Where there are no programs: whatever is started has ended. */
  static Launcher none() {
    return (order, ears) -> {
      ears.ended("programs are not started here");
      return new Child() {
        @Override
        public void send(Supplier<Json> line) {}

        @Override
        public void end() {}
      };
    };
  }

  /**
   * What is to be started.
   *
   * @param name of the bot, for the log
   * @param command the program and its arguments; no shell sees them
   * @param maxLineBytes a program that writes a longer line is ended
   */
  record Order(String name, List<String> command, int maxLineBytes) {
    public Order {
      command = List.copyOf(command);
    }
  }

  /** A program that was started. Any thread; nothing here waits. */
  interface Child {
    /** Writes a line to its standard input, behind those before; {@code line} is made where that is done. */
    void send(Supplier<Json> line);

    /** Closes its standard input, and kills it and what it has started if it does not go by itself. */
    void end();
  }

  /** Who is told what a program does, on threads that belong to that program. */
  interface Ears {
    /** It wrote a line to its standard output. */
    void line(byte[] utf8);

    /** It wrote a line to its standard error. */
    void complaint(String line);

    /** Nothing more comes from it; {@code how} goes on the sentence "the program …". */
    void ended(String how);
  }
}
