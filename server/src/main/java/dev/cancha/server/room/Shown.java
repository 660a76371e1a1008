package dev.cancha.server.room;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a state shows.
 *
 * @param document to everyone
 * @param mes seat to what only it may see; empty where nothing is hidden
 */
public record Shown(RoomDocument document, SortedMap<Integer, Object> mes) {
  public Shown {
    mes = Collections.unmodifiableSortedMap(new TreeMap<>(mes));
  }

  public @Nullable Object me(@Nullable Integer seat) {
    return seat == null ? null : mes.get(seat);
  }
}
