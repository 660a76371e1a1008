package dev.cancha.server.host;

import dev.cancha.common.wire.MessageCodec;
import dev.cancha.server.bots.Bots;
import dev.cancha.server.foreign.ForeignLoops;
import dev.cancha.server.journal.Journal;
import java.time.InstantSource;

/** What rooms need from outside; the same for all of a server's rooms. */
public record RoomPorts(Journal journal, Entropy entropy, InstantSource wallClock, Passwords passwords,
    MessageCodec codec, Listing listing, Places places, Steps steps, Ticks ticks, Durabilities durabilities,
    Absences absences, Bots bots, ForeignLoops foreign) {
  /** The same with another lobby and other places. */
  RoomPorts with(Listing otherListing, Places otherPlaces) {
    return new RoomPorts(journal, entropy, wallClock, passwords, codec, otherListing, otherPlaces, steps,
        ticks,
        durabilities, absences, bots, foreign);
  }
}
