package dev.cancha.app.host;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host is told once the server runs.
 *
 * @param addresses that others reach, in the form that stands in front of a port; the best one first
 * @param alone whether the settings keep it to this machine, so that there can be none
 * @param port of the server
 * @param game that was opened, or null
 * @param code of its room, or null
 */
record Announcement(List<String> addresses, boolean alone, int port, @Nullable String game,
    @Nullable String code) {
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Cancha is open on port " + port + ".");
    if (code != null) {
      lines.add("Room " + code + " is open for " + game + ", and stays open.");
    }
    if (addresses.isEmpty()) {
      lines.add(alone ? "Only this machine reaches it, as server.bind says."
          : "No network address was found at which other machines reach this one: is it in a network?");
      lines.add("On this machine:");
    } else {
      lines.add("Others reach it at "
          + String.join(", ", addresses.stream().map(a -> a + ":" + port).toList()) + ".");
      lines.add("To join:");
    }
    String best = (addresses.isEmpty() ? "127.0.0.1" : addresses.getFirst()) + ":" + port;
    lines.add("  ./cancha join " + best + (code == null ? "" : " " + code));
    lines.add("  python3 docs/examples/play.py " + best + " " + (code == null ? "connectFour" : code));
    lines.add("  ws://" + best + "/ws for a program that speaks WebSocket");
    return lines;
  }
}
