package dev.cancha.common.game;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one game, as pure functions: no clock, no chance but what {@link Chance} draws, no field that
 * changes. States, acts, views and events are immutable records, which become JSON by themselves; a view may be the
 * state itself, where nothing is hidden. Found by {@link java.util.ServiceLoader}.
 *
 * <p>A small game is {@link #info}, {@link #start}, {@link #act}, {@link #turn}, {@link #legal}, {@link #view} and
 * {@link #result}. What else a game may want is there by default: {@link #tick} for one that does not wait,
 * {@link #me} and {@link #imagine} for what is hidden, {@link #absent} for more than two seats.
 *
 * @param <S> the whole truth of a match, also what is hidden from everyone
 * @param <A> what a seat may do: a record, or a sealed interface of records
 */
public interface Game<S, A> {
  /** What the lobby, the schemas and the room need to know before a match; the same at every call. */
  GameInfo<A> info();

  /**
   * The version of these rules. It changes whenever the same start and the same acts may lead to another state or
   * another view than before; a match that is under way then goes on only where they do not.
   */
  default String rules() {
    return "1";
  }

  /** The first state of a match. */
  S start(Setup setup);

  /** What becomes of {@code act} by {@code seat}, which is in {@link #turn}: accepted, or refused with a sentence. */
  Step<S> act(S state, int seat, A act, Chance chance);

  /**
   * What becomes of the match when time passes: called {@link GameInfo#tickRate()} times a second while it runs, at
   * equal distances, and never where that is 0. A game that ticks overrides this. It cannot be refused; where nothing
   * moves, the same {@code state} is handed back.
   *
   * <p>In a game that ticks, acts wait for the tick and are given to {@link #act} just before it, in the order in
   * which they came, several of one seat too. So an act says what is to happen (turn left), and the tick makes it so
   * (one step to the left). All of that is one change that clients see at once. Time is counted in ticks, in the
   * state; no clock of the machine is read, and of the ticks that a stopped machine missed only a few are made up for:
   * for the game no time has passed. {@link #turn} says who may act and is not shown; {@link #legal} stays what a seat
   * may do now.
   *
   * <p>A tick comes so often that what it makes anew counts: a view that keeps the parts that did not change, by
   * reference, is compared and sent at the price of those that did.
   */
  default Step<S> tick(S state, Chance chance) {
    throw new UnsupportedOperationException(getClass().getName() + " has a tickRate, but no tick");
  }

  /**
   * What becomes of the match when {@code seat} is gone for good: its grace is over, it resigned or ran out of
   * time. The default forfeits, which ends a match of two; games of more seats override it and play on.
   */
  default Step<S> absent(S state, int seat, Chance chance) {
    return Step.forfeit(seat);
  }

  /**
   * The seats that may act now, as {@link Turn} makes them. Several may be in turn at once: each acts when it likes,
   * and the room knows nothing of rounds. Where all choose in secret, the state keeps what was chosen, {@link #me}
   * shows a seat its own, and the act of the last one resolves them all. Never a seat that is {@link #absent}; empty
   * once there is a result.
   */
  SortedSet<Integer> turn(S state);

  /** Every act that {@code seat} may do now, in a fixed order; empty when it is not in turn. */
  List<A> legal(S state, int seat);

  /** What everyone sees: the same for all, an instance of {@link GameInfo.Types#view()}. */
  Object view(S state);

  /** What only {@code seat} sees, an instance of {@link GameInfo.Types#me()}; null where nothing is hidden. */
  default @Nullable Object me(S state, int seat) {
    return null;
  }

  /**
   * Another state that {@code seat} cannot tell from the true one: same {@link #view}, own {@link #me}, turn and
   * own {@link #legal}, and everything hidden from the seat drawn anew. {@code seat} is -1 for a spectator. A game
   * that overrides {@link #me} overrides this too.
   */
  default S imagine(S state, int seat, Chance chance) {
    return state;
  }

  /**
   * Bots of the game's own, by their names (lowerCamelCase, 1 to 24 letters and digits), the default one first. They
   * come before those that play every game.
   */
  default SequencedMap<String, Bot<S, A>> bots() {
    return Collections.emptyNavigableMap();
  }

  /** How the match ended, once it has. */
  Optional<Result> result(S state);
}
