package dev.cancha.common;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the few places that may create what everything else is handed: clocks, sources of chance, threads, executors,
 * and waits that block.
 *
 * <p>Everywhere else the build refuses {@code System.nanoTime}, {@code ThreadLocalRandom}, {@code Thread.sleep} and
 * their like (the full list is {@code build/forbidden-roots.txt}), because a class that draws its own time or chance
 * cannot be simulated from a seed. The annotation is read from class files by that check, so it needs no presence at
 * run time. It covers the annotated class or method alone: not its nested classes, each of which says so itself.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface CompositionRoot {
  /** One sentence: what is created here, and why here. */
  String value();
}
