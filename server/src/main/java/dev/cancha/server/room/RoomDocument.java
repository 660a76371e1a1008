package dev.cancha.server.room;

import dev.cancha.common.message.OnAbsent;
import dev.cancha.common.message.Phase;
import dev.cancha.common.message.Visibility;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The room as everyone may see it: docs/protocol says what each member means. {@code me}, which only one seat may
 * see, is no part of it and is put in for each viewer apart.
 */
public record RoomDocument(String code, String game, int size, Phase phase, @Nullable String match,
    Record options,
    SettingsEntry settings, Visibility visibility, boolean locked, @Nullable String host,
    SortedMap<Integer, SeatEntry> seats, @Nullable List<Integer> turn,
    @Nullable SortedMap<Integer, Long> clock,
    @Nullable Long time, @Nullable Object view, @Nullable Outcomes result) {
  /** Takes over {@code seats}, which nobody changes any more, so that seats handed on stay the same reference. */
  public RoomDocument {
    seats = Collections.unmodifiableSortedMap(seats);
    turn = turn == null ? null : List.copyOf(turn);
  }

  /** The same without {@code clock} and {@code time}, which every step of a room with clocks writes anew. */
  RoomDocument timeless() {
    return clock == null && time == null ? this
        : new RoomDocument(code, game, size, phase, match, options, settings, visibility, locked, host, seats,
            turn,
            null, null, view, result);
  }

  /** Settings with the game's defaults filled in. */
  public record SettingsEntry(@Nullable Integer turnSeconds, @Nullable Integer bankSeconds,
      @Nullable Integer incrementSeconds, OnAbsent onAbsent, int graceSeconds) {}

  /** A taken seat; {@code ready} is absent when false. */
  public record SeatEntry(String id, String name, @Nullable String bot, boolean connected,
      @Nullable Boolean ready) {}

  /** How the match ended: seat to rank, 1 is the best. */
  public record Outcomes(SortedMap<Integer, Integer> ranks, String reason) {}
}
