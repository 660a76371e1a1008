package dev.cancha.app.host;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host is told once the server runs.
 *
 * @param addresses that others reach, the best one first
 * @param alone whether the settings keep it to this machine, so that there can be none
 * @param found whether others find it by themselves
 * @param port of the server
 * @param room that was opened, or null
 */
record Announcement(List<HostAddress> addresses, boolean alone, boolean found, int port,
    @Nullable OpenRoom room) {
  /** A room that was opened: of {@code game}, with {@code code}. */
  record OpenRoom(String game, String code) {}

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Cancha is open on port " + port + ".");
    if (room != null) {
      lines.add("Room " + room.code() + " is open for " + room.game() + ", and stays open.");
    }
    if (addresses.isEmpty()) {
      lines.add(alone ? "Only this machine reaches it, as server.bind says."
          : "No network address was found at which other machines reach this one: is it in a network?");
      lines.add("On this machine:");
    } else {
      lines.add(found ? "Others in the same network find it by themselves (./cancha find), and reach it at:"
          : "Others reach it at:");
      addresses.forEach(address -> lines.add("  " + address.told(port)));
      lines.add("To join:");
    }
    String best = best();
    lines.add("  " + link() + " in a browser");
    lines.add("  ./cancha join " + best + (room == null ? "" : " " + room.code()));
    lines.add("  python3 docs/examples/play.py " + best + " " + (room == null ? "connectFour" : room.code()));
    lines.add("  ws://" + best + "/ws for a program that speaks WebSocket");
    return lines;
  }

  /** A code that a phone reads, on a terminal of that many columns; nothing where no phone reaches this server. */
  List<String> code(int columns) {
    List<String> code = addresses.isEmpty() ? List.of() : QrDrawing.lines(link(), columns);
    if (code.isEmpty()) {
      return code;
    }
    List<String> lines = new ArrayList<>(code);
    lines.add("To play on a phone in the same network, scan this.");
    return lines;
  }

  private String best() {
    return (addresses.isEmpty() ? "127.0.0.1" : addresses.getFirst().text()) + ":" + port;
  }

  private String link() {
    return "http://" + best() + "/" + (room == null ? "" : "r/" + room.code());
  }
}
