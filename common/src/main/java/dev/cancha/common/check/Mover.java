package dev.cancha.common.check;

import org.jspecify.annotations.Nullable;

/** Says what is done next. */
@FunctionalInterface
interface Mover<S, A> {
  /** A move that fits the scene, in which the match is not over; null where there is none any more. */
  @Nullable
  Move<A> next(Scene<S, A> scene);
}
