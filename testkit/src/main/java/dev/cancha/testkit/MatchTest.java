package dev.cancha.testkit;

import dev.cancha.common.game.Game;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of whole matches: run once for each of several seeds, with a {@link Match} as its parameter. When the method
 * is done the kit heals the network, asks its judges, lets everyone leave, and fails where anything is left over.
 *
 * <p>A method may be run several times on one instance of its class (to shrink a fault plan, or {@link #twice}), so it
 * keeps nothing in fields.
 *
 * <p>{@code -Dmatch.seed=7} runs that seed alone, {@code -Dmatch.plan=…} with that plan, and a failure prints both.
 * {@code -Dmatch.replays=…} is the folder that gets the replays of failures, {@code target/match-replays} unless
 * given.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(MatchTests.class)
public @interface MatchTest {
  /** The game's id; may be left out where {@link #type} says it. */
  String game() default "";

  /** A game that {@link java.util.ServiceLoader} does not find: a class with a constructor without parameters. */
  Class<? extends Game<?, ?>>[] type() default {};

  /** How many seeds, at least 1. */
  int seeds() default 10;

  /** The first of them; the others follow it. */
  long firstSeed() default 1;

  /** The room's options, as a JSON object. */
  String options() default "{}";

  /** The room's settings as the protocol has them, as a JSON object: {@code {"bankSeconds": 60}}. */
  String settings() default "{}";

  /** Event loops of the server, 1 to 4; 0: drawn from the seed. */
  int loops() default 0;

  /**
   * Draws a bad network and a plan of faults from the seed. The faults begin when everyone has joined, last for less
   * than two minutes of the match, and are over before the kit's own checks.
   */
  boolean faults() default false;

  /** Runs every seed twice, and fails where one byte that anyone was sent differs. */
  boolean twice() default false;
}
