package dev.cancha.common.game;

import java.util.List;
import java.util.Objects;

/** What the rules make of an act, of a tick, or of an absence. */
public sealed interface Step<S> {
  /** Accepted, without events. */
  static <S> Step<S> to(S state) {
    return new Accepted<>(state, List.of());
  }

  /** Accepted, with what happened, in order: records of {@link GameInfo.Types#event()}, public to all. */
  static <S> Step<S> to(S state, List<? extends Record> events) {
    return new Accepted<>(state, List.copyOf(events));
  }

  /** Accepted, with what happened, as above. */
  static <S> Step<S> to(S state, Record... events) {
    return new Accepted<>(state, List.of(events));
  }

  /** Refused; {@code reason} is a sentence for the player that says what would be right. */
  static <S> Step<S> refused(String reason) {
    return new Refused<>(reason);
  }

  /** The match ends: {@code seat} is last, all others share the first rank. */
  static <S> Step<S> forfeit(int seat) {
    return new Forfeit<>(seat);
  }

  /** The next state, and the public happenings of this step, in order; all that they tell is in the view too. */
  record Accepted<S>(S state, List<Record> events) implements Step<S> {
    public Accepted {
      Objects.requireNonNull(state);
      events = List.copyOf(events);
    }
  }

  /** Nothing changes. */
  record Refused<S>(String reason) implements Step<S> {
    public Refused {
      Objects.requireNonNull(reason);
    }
  }

  /** The match ends: {@code seat} is last, all others share the first rank. */
  record Forfeit<S>(int seat) implements Step<S> {}
}
