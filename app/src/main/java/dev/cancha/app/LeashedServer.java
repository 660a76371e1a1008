package dev.cancha.app;

import dev.cancha.app.load.BareServer;
import dev.cancha.app.load.BareTicks;
import dev.cancha.app.load.LeagueServer;
import dev.cancha.app.match.SeedKey;
import dev.cancha.common.CompositionRoot;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
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
    String[] own = args.length > 0 ? Arrays.copyOfRange(args, 1, args.length) : args;
    if (args.length > 0 && args[0].equals(LeagueServer.NAME)) {
      var random = new SecureRandom();
      SeedKey key = new SeedKey(line(System.in));
      leash();
      Main.run(key.entropy(random::nextBytes), own);
      return;
    }
    leash();
    if (args.length > 0 && args[0].equals(BareServer.NAME)) {
      BareServer.main(own);
    } else if (args.length > 0 && args[0].equals(BareTicks.NAME)) {
      BareTicks.main(own);
    } else {
      Main.main(args);
    }
  }

  private static void leash() {
    Thread.ofPlatform().name("cancha-load-leash").daemon().start(() -> untilEnd(System.in));
  }

  /** Not more than that, since the leash is behind it. */
  private static String line(InputStream in) {
    StringBuilder line = new StringBuilder();
    try {
      for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
        line.append((char) c);
      }
    } catch (IOException e) {
      // as good as its end
    }
    return line.toString();
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
