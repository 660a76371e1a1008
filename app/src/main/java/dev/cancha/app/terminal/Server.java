package dev.cancha.app.terminal;

import dev.cancha.app.find.FoundRoom;
import dev.cancha.app.find.FoundServer;
import dev.cancha.app.find.FoundServer.Reach;
import java.util.List;

/**
 * A server that was found.
 *
 * @param name what it calls itself
 * @param address to dial
 * @param codes of its public rooms
 * @param reach whether it answers there
 */
public record Server(String name, String address, List<String> codes, Reach reach) {
  public Server {
    codes = List.copyOf(codes);
  }

  static Server of(FoundServer found) {
    return new Server(found.name(), found.address(), found.rooms().stream().map(FoundRoom::code).toList(),
        found.reach());
  }

  /** What is to be said of it in a few words. */
  String said() {
    return switch (reach) {
      case NO -> "does not answer";
      case UNKNOWN, YES -> codes.size() == 1 ? "1 room" : codes.size() + " rooms";
    };
  }
}
