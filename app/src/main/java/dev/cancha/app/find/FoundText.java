package dev.cancha.app.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code cancha find} says. */
final class FoundText {
  private FoundText() {}

  static List<String> lines(FoundServer server) {
    List<String> lines = new ArrayList<>();
    lines.add(server.name() + ", at " + server.address()
        + (server.version() == null ? "" : ", version " + server.version()));
    if (server.reach() != FoundServer.Reach.YES) {
      lines.add(
          "  It is there, but its port does not answer. A firewall on its machine, most likely: 'cancha host' says");
      lines.add("  there what opens it.");
    } else if (server.rooms().isEmpty()) {
      lines.add("  No public room yet.   ./cancha join " + server.address());
    }
    for (FoundRoom room : server.rooms()) {
      lines.add("  " + room.code() + "  " + room.game() + ", " + room.phase().name().toLowerCase(Locale.ROOT)
          + ", "
          + room.taken() + " of " + room.seats() + " seats taken" + (room.locked() ? ", with a password" : "")
          + "   ./cancha join " + server.address() + " " + room.code());
    }
    return lines;
  }

  /** Why nothing may have been found, in the order in which it is the cause. */
  static List<String> nothing(boolean inANetwork, boolean scanned) {
    List<String> lines = new ArrayList<>();
    if (!inANetwork) {
      lines.add("No server was found on this machine, and it is in no network just now.");
      return lines;
    }
    lines.add("No server was found. If one runs, the usual causes are, the most frequent first:");
    lines.add(
        "  1. A firewall, on the machine that hosts or on this one. 'cancha host' says there what opens it.");
    lines.add("  2. A VPN on one of the two: it leads past the network around you. Switch it off.");
    lines.add(
        "  3. A Wi-Fi that keeps its devices apart, as guest networks do (\"client isolation\"): use another one.");
    lines.add("  4. A switch or access point that drops multicast (\"IGMP snooping\").");
    lines.add(
        "Without finding, the address that 'cancha host' prints is enough, and the port where it is not 7777:");
    lines.add("  ./cancha join 192.168.1.20");
    lines.add("  ./cancha join 192.168.1.20:8000");
    if (!scanned) {
      lines.add("'cancha find --scan' asks each address of this network, one by one.");
    }
    return lines;
  }
}
