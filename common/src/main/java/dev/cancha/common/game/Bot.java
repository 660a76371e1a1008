package dev.cancha.common.game;

/**
 * Plays a seat: a function from what the seat may know to what it does. Called off the event loops, by several threads
 * at once and for many rooms, so it has no field that changes.
 *
 * @param <S> the states of the game
 * @param <A> its acts
 */
@FunctionalInterface
public interface Bot<S, A> {
  /**
   * What the seat does: one of {@link Sight#legal}, which is not empty. It takes as long as it takes, but no room waits
   * for ever: whoever has not decided in time does the first of them.
   */
  A act(Sight<S, A> sight, Chance chance);
}
