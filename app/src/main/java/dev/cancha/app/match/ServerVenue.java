package dev.cancha.app.match;

import dev.cancha.client.Endpoint;
import dev.cancha.client.GameClients;
import dev.cancha.common.wire.Framing;
import dev.cancha.server.room.Room;
import java.util.ArrayList;
import java.util.List;

/** At a server: as many connections as a match has seats, which play one match after the other. Owner: one thread. */
final class ServerVenue implements Venue {
  private final Address address;
  private final GameClients clients;
  private final Room<?, ?> room;
  private final List<Wire> wires = new ArrayList<>();

  /** Where the server is, and by what key its seeds are known. */
  record Address(int port, SeedKey key) {}

  ServerVenue(Address address, GameClients clients, Room<?, ?> room) {
    this.address = address;
    this.clients = clients;
    this.room = room;
  }

  @Override
  public Court court(Occasion occasion, Table.Witness witness) {
    while (wires.size() < occasion.names().size()) {
      wires
          .add(Wire.open(clients, new Endpoint(Framing.FRAMES, "127.0.0.1", address.port, ""), wires.size()));
    }
    return new ServerCourt(List.copyOf(wires.subList(0, occasion.names().size())), occasion,
        id -> new Table(room, new Occasion(occasion.game(), address.key.seed(id), id, occasion.names(),
            occasion.wallMillis()), witness));
  }

  @Override
  public void close() {
    wires.forEach(Wire::close);
  }
}
