package dev.cancha.common.check;

import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.json.EventType;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.json.TruthType;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A game with the forms of what it is made of.
 *
 * @param states null where states cannot be read back
 */
record Rules<S, A>(Game<S, A> game, GameInfo<A> info, JsonType<A> acts, EventType events,
    @Nullable JsonType<S> states) {
  static <S, A> Rules<S, A> of(Game<S, A> game) {
    GameInfo<A> info = game.info();
    return new Rules<>(game, info, JsonType.of(info.types().act()), EventType.of(info.types().event()),
        TruthType.of(game));
  }

  boolean ticks() {
    return info.tickRate() > 0;
  }

  S start(Opening opening) {
    return game.start(
        new Setup(opening.seats(), opening.options(), opening.number(),
            new Move.Ticked<A>(opening.draws()).chance()));
  }

  Step<S> step(S state, Move<A> move) {
    return switch (move) {
      case Move.Acted<A>(int seat, A act, long _) -> game.act(state, seat, act, move.chance());
      case Move.Ticked<A> _ -> game.tick(state, move.chance());
      case Move.Gone<A>(int seat, long _) -> game.absent(state, seat, move.chance());
    };
  }

  /** What tells a state from another: its JSON, or where it has none all that it shows. */
  String portrait(S state, Iterable<Integer> seats) {
    if (states != null) {
      try {
        return states.write(state).toString();
      } catch (IllegalArgumentException | NullPointerException e) {
        return state + shown(state, seats);
      }
    }
    return shown(state, seats);
  }

  /** All that anyone is shown of a state. */
  String shown(S state, Iterable<Integer> seats) {
    StringBuilder shown = new StringBuilder(json(game.view(state))).append(" turn ").append(game.turn(state));
    for (int seat : seats) {
      shown.append(" seat ")
          .append(seat)
          .append(": me ")
          .append(json(game.me(state, seat)))
          .append(" legal ")
          .append(actsText(game.legal(state, seat)));
    }
    return shown.append(" result ").append(game.result(state)).toString();
  }

  String json(@Nullable Object value) {
    return value == null ? "nothing" : written(value.getClass(), value);
  }

  private static <T> String written(Class<T> type, Object value) {
    return JsonType.of(type).write(type.cast(value)).toString();
  }

  String actText(A act) {
    return acts.write(act).toString();
  }

  String actsText(List<A> all) {
    return all.stream().map(this::actText).collect(Collectors.joining(",", "[", "]"));
  }

  String eventsText(List<Record> all) {
    return all.stream().map(each -> events.write(each).toString()).collect(Collectors.joining(",", "[", "]"));
  }

  /** A move as a line of an example. */
  String text(Move<A> move) {
    return switch (move) {
      case Move.Acted<A>(int seat, A act, long _) -> "seat " + seat + ": " + Words.brief(actText(act));
      case Move.Ticked<A> _ -> "tick";
      case Move.Gone<A>(int seat, long _) -> "seat " + seat + " is gone";
    };
  }
}
