package dev.cancha.server.bots;

import dev.cancha.server.limits.Bounds;
import java.util.List;
import java.util.TreeSet;

/**
 * The bots that are programs of their own. Immutable.
 *
 * @param bots each {@code NAME = GAME …: COMMAND}, as {@code config/cancha.conf} explains
 * @param maxRunning processes at once, 1 to 10,000: one for each seat that such a bot plays
 * @param maxLineBytes of an answer, 64 to 65,536
 * @param restarts how often a program that failed is started again in one match, 0 to 1,000
 */
public record ProgramLimits(List<String> bots, int maxRunning, int maxLineBytes, int restarts) {
  public ProgramLimits {
    bots = List.copyOf(bots);
    TreeSet<String> names = new TreeSet<>();
    for (String line : bots) {
      String name = Program.parse(line).name();
      Bounds.require(names.add(name), "bots", "bots has " + name + " twice, but each must have its own name");
    }
    Bounds.check("maxRunning", maxRunning, 1, 10_000);
    Bounds.check("maxLineBytes", maxLineBytes, 64, 65_536);
    Bounds.check("restarts", restarts, 0, 1_000);
  }

  /** The packaged values. */
  public static ProgramLimits standard() {
    return new ProgramLimits(List.of(), 64, 4_096, 3);
  }
}
