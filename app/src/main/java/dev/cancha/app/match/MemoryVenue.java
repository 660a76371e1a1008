package dev.cancha.app.match;

import dev.cancha.server.room.Room;

/** Within this process: nothing but rules and rooms. */
record MemoryVenue(Room<?, ?> room) implements Venue {
  @Override
  public Court court(Occasion occasion, Table.Witness witness) {
    return new Table(room, occasion, witness);
  }

  @Override
  public void close() {}
}
