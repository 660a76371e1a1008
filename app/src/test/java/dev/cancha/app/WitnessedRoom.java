package dev.cancha.app;

import dev.cancha.client.RoomView;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * All that the two players of a room of Connect Four were shown and told, across the servers that the room lives
 * through. Thread-safe.
 */
final class WitnessedRoom {
  private final String name;
  private final Consumer<String> faults;
  /** Revision to what it showed to whoever saw it first. */
  private final Map<Long, JsonNode> shown = new HashMap<>();
  /** Match to the acts of each seat that were acknowledged, and to the board at its end. */
  private final Map<String, int[]> acts = new HashMap<>();
  private final Map<String, JsonNode> ends = new HashMap<>();
  private long highest;
  /** Below this no revision may be shown any more. */
  private long least;

  WitnessedRoom(String name, Consumer<String> faults) {
    this.name = name;
    this.faults = faults;
  }

  /** {@code room} is what one of them has on the screen. */
  synchronized void sees(RoomView room) {
    if (room.rev() < least) {
      faults.accept(
          name + " is at revision " + room.rev() + ", and had shown " + least + " before its server died");
    }
    JsonNode before = shown.putIfAbsent(room.rev(), room.doc());
    if (before != null && !before.equals(room.doc())) {
      faults.accept(
          name + " showed at revision " + room.rev() + " first " + before + " and then " + room.doc());
    }
    highest = Math.max(highest, room.rev());
    if (room.phase().equals("over")
        && ends.putIfAbsent(room.doc().path("match").asString(), room.doc()) == null) {
      shown.keySet().removeIf(rev -> rev < room.rev());
    }
  }

  void fault(String what) {
    faults.accept(name + ": " + what);
  }

  synchronized void acknowledged(String match, int seat) {
    acts.computeIfAbsent(match, unseen -> new int[2])[seat]++;
  }

  /** The server is dead, and all that it sent has been read. */
  synchronized void mustNotGoBack() {
    least = highest;
  }

  /** Matches that ended, each with as many discs as acts were acknowledged. */
  synchronized int finished() {
    ends.forEach((match, doc) -> {
      int[] counted = acts.getOrDefault(match, new int[2]);
      for (int seat = 0; seat < 2; seat++) {
        int discs = 0;
        for (JsonNode column : doc.path("view").path("columns")) {
          String digit = Integer.toString(seat);
          discs += (int) column.asString().chars().filter(one -> digit.charAt(0) == one).count();
        }
        if (discs != counted[seat]) {
          faults.accept(
              name + ", match " + match + ": seat " + seat + " has " + discs + " discs, and " + counted[seat]
                  + " acts were acknowledged");
        }
      }
    });
    return ends.size();
  }

  synchronized int shownRevisions() {
    return shown.size();
  }

  synchronized int acknowledged() {
    return acts.values().stream().mapToInt(counted -> counted[0] + counted[1]).sum();
  }

  @Override
  public String toString() {
    return name;
  }
}
