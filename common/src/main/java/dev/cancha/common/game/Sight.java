package dev.cancha.common.game;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that a seat knows when it is to act. It holds no more than a player is shown: {@code imagine} is bound to the
 * seat, and the true state is not to be had from it.
 *
 * @param view what everyone sees
 * @param me what only this seat sees; null where nothing is hidden
 * @param legal what it may do, at least one
 * @param imagine a state that the seat cannot tell from the true one, as {@link Game#imagine} draws it
 */
public record Sight<S, A>(int seat, Object view, @Nullable Object me, List<A> legal,
    Function<Chance, S> imagine) {
  public Sight {
    legal = List.copyOf(legal);
  }

  /** What {@code seat} knows in {@code truth}. */
  public static <S, A> Sight<S, A> of(Game<S, A> game, S truth, int seat) {
    return new Sight<>(seat, game.view(truth), game.me(truth, seat), game.legal(truth, seat),
        chance -> game.imagine(truth, seat, chance));
  }
}
