package dev.cancha.server.room;

import org.jspecify.annotations.Nullable;

/**
 * A taken seat.
 *
 * @param holder who sits on it; absent once it left in the middle of a match, which its seat stays for
 */
public record Seat(String id, String name, @Nullable SessionId holder, boolean ready) {
  Seat ready(boolean nowReady) {
    return new Seat(id, name, holder, nowReady);
  }

  Seat abandoned() {
    return new Seat(id, name, null, false);
  }
}
