package dev.cancha.server.room;

import java.util.Collections;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a state shows.
 *
 * @param document to everyone
 * @param mes seat to what only it may see; empty where nothing is hidden
 */
public record Shown(RoomDocument document, SortedMap<Integer, Object> mes) {
  /** Takes over {@code mes}, which nobody changes any more. */
  public Shown {
    mes = Collections.unmodifiableSortedMap(mes);
  }

  public @Nullable Object me(@Nullable Integer seat) {
    return seat == null ? null : mes.get(seat);
  }
}
