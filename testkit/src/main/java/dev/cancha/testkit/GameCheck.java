package dev.cancha.testkit;

import dev.cancha.common.check.Conformance;
import dev.cancha.common.check.Report;
import dev.cancha.common.game.Game;
import java.lang.management.ManagementFactory;

/**
 * The conformance suite of rules as a test of one line:
 *
 * <pre>
 *   &#64;Test
 *   void itHoldsWhatAGamePromises() {
 *     GameCheck.of(new Sticks()).assertPasses();
 *   }
 * </pre>
 *
 * Immutable.
 */
public final class GameCheck {
  private final Conformance conformance;

  private GameCheck(Conformance conformance) {
    this.conformance = conformance;
  }

  /** {@value Conformance#MATCHES} matches from the seed 1, with all numbers of seats that the game allows. */
  public static GameCheck of(Game<?, ?> game) {
    return new GameCheck(
        Conformance.of(game).clock(ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime));
  }

  /** Other matches. */
  public GameCheck seed(long seed) {
    return new GameCheck(conformance.seed(seed));
  }

  /** More of them, or fewer. */
  public GameCheck matches(int matches) {
    return new GameCheck(conformance.matches(matches));
  }

  /** How long a match may be, in acts or ticks, where 10,000 acts or one hour of ticks are not right. */
  public GameCheck most(int steps) {
    return new GameCheck(conformance.most(steps));
  }

  /** Plays, and gives what was found to who wants to look at it. */
  public Report report() {
    return conformance.check();
  }

  /**
   * Fails where the game does not hold all, with what is wrong and the shortest match that was found to show it.
   * Warnings do not fail.
   */
  public void assertPasses() {
    Report report = report();
    if (!report.passed()) {
      throw new AssertionError(report.text());
    }
  }
}
