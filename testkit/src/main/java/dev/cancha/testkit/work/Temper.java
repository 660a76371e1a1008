package dev.cancha.testkit.work;

import dev.cancha.testkit.sim.SimRandom;
import java.time.Duration;

/**
 * How a person plays: the probabilities of doing each of these instead of what is due, at every thought.
 *
 * @param thinks the longest time between two thoughts
 * @param blunders acts out of turn, illegally, or as decided long ago
 * @param talks chats, pings, asks for the whole room or a description
 * @param wanders leaves, stands up, changes seat, resigns
 * @param rules what a host may: configures, kicks, starts
 * @param cheats joins with wrong codes and passwords, twice, asks for what is not allowed, floods
 */
record Temper(Duration thinks, double blunders, double talks, double wanders, double rules, double cheats) {
  /** Plays to the end, and again. */
  static final Temper CALM = new Temper(Duration.ofSeconds(2), 0, 0, 0, 0, 0);

  /** Most are mild in most things and wild in one or two. */
  static Temper draw(SimRandom random) {
    Duration thinks = Duration.ofMillis(random.pick(java.util.List.of(50L, 500L, 3_000L)));
    return new Temper(thinks, wildness(random, 0.3), wildness(random, 0.3), wildness(random, 0.08),
        wildness(random, 0.1), wildness(random, 0.1));
  }

  private static double wildness(SimRandom random, double most) {
    return random.chance(0.3) ? most : random.chance(0.5) ? most / 10 : 0;
  }
}
