package dev.cancha.server.room;

import org.jspecify.annotations.Nullable;

/**
 * Someone who is in the room, on a seat or watching, connected or within grace.
 *
 * @param id the player's id, which everyone may see
 * @param order rises with each arrival in the room: the least is the longest present
 * @param seat absent for a spectator
 * @param lostAt the room time at which the connection was lost, absent while connected
 * @param expired the grace is over, and the seat is held all the same until the match ends ({@code onAbsent} is
 *     {@code wait})
 */
public record Person(SessionId session, String id, String name, long order, @Nullable Integer seat,
    @Nullable Long lostAt, boolean expired) {
  boolean connected() {
    return lostAt == null;
  }

  Person on(@Nullable Integer newSeat) {
    return new Person(session, id, name, order, newSeat, lostAt, expired);
  }

  Person lost(long at) {
    return new Person(session, id, name, order, seat, at, false);
  }

  Person back() {
    return new Person(session, id, name, order, seat, null, false);
  }

  /** The match is over, for which its seat was held: from now on it is held like any other. */
  Person graceAnew() {
    return expired ? new Person(session, id, name, order, seat, lostAt, false) : this;
  }

  Person overdue() {
    return new Person(session, id, name, order, seat, lostAt, true);
  }
}
