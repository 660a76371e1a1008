package dev.cancha.app;

import dev.cancha.app.load.BareServer;
import dev.cancha.app.load.BareTicks;
import dev.cancha.common.CompositionRoot;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The process of a server that is measured. Its standard input is a pipe to the command that measures: the pipe ends
 * with that command even where it is killed and can run no hook, and so does this process.
 */
@CompositionRoot("a process of its own, which ends with the one that started it")
public final class LeashedServer {
  private LeashedServer() {}

  /** Runs a bare server, or what {@code cancha} does with {@code args}, until the standard input ends. */
  public static void main(String[] args) throws InterruptedException {
    Thread.ofPlatform().name("cancha-load-leash").daemon().start(() -> untilEnd(System.in));
    if (args.length > 0 && args[0].equals(BareServer.NAME)) {
      BareServer.main(Arrays.copyOfRange(args, 1, args.length));
    } else if (args.length > 0 && args[0].equals(BareTicks.NAME)) {
      BareTicks.main(Arrays.copyOfRange(args, 1, args.length));
    } else {
      Main.main(args);
    }
  }

  /** What is left of such a server concerns nobody, so nothing is put away. */
  private static void untilEnd(InputStream leash) {
    try {
      while (leash.read() >= 0) {
        // whatever is said here is not meant for a server
      }
    } catch (IOException e) {
      // as good as its end
    }
    Runtime.getRuntime().halt(1);
  }
}
