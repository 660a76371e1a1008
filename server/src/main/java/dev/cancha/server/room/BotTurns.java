package dev.cancha.server.room;

import dev.cancha.common.game.Bot;
import dev.cancha.common.game.Chance;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Phase;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What bots are to decide in a room of one game. Pure and immutable. */
public final class BotTurns<S, A> {
  private final Play<S, A> play;

  BotTurns(Play<S, A> play) {
    this.play = play;
  }

  /** The seats in turn that bots play, each with the revision at which its turn began. */
  public SortedMap<Integer, Long> of(RoomState state) {
    Match match = state.match();
    SortedMap<Integer, Seat> seats = state.roster().seats();
    if (match == null || state.phase() != Phase.PLAYING) {
      return Collections.emptySortedMap();
    }
    SortedMap<Integer, Long> turns = new TreeMap<>(match.turns());
    turns.keySet().removeIf(number -> {
      Seat seat = seats.get(number);
      return seat == null || seat.bot() == null;
    });
    return turns;
  }

  /** The seats that may act now, whoever plays them; in a game that ticks, those that still play. */
  public SortedSet<Integer> inTurn(RoomState state) {
    Match match = state.match();
    return match == null || state.phase() != Phase.PLAYING ? Collections.emptySortedSet()
        : Collections.unmodifiableSortedSet(new TreeSet<>(match.turns().keySet()));
  }

  /**
   * What {@code bot}, one of this game, is asked for {@code seat}: a task for any thread, that knows what the seat may
   * know and leads to an act as a client would send it. Null where there is nothing to decide.
   */
  @SuppressWarnings("unchecked") // it is one of this game
  public @Nullable Supplier<Json> question(RoomState state, int seat, Bot<?, ?> bot, Chance chance) {
    Match match = state.match();
    return match == null ? null : play.question(match, seat, (Bot<S, A>) bot, chance);
  }

  /**
   * What a program that plays {@code seat} is asked, to be answered within {@code limitMillis}. Null where there is
   * nothing to decide.
   */
  public @Nullable Asked asked(RoomState state, int seat, long limitMillis) {
    Match match = state.match();
    return match == null ? null : play.asked(match, seat, limitMillis);
  }

  /** The first of all acts that {@code seat} may do, for who does not decide; null where there is none. */
  public @Nullable Json first(RoomState state, int seat) {
    Match match = state.match();
    return match == null ? null : play.firstAct(match, seat);
  }
}
