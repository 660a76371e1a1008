package dev.cancha.testkit.judge;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.server.journal.Journal.Recovered;
import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.room.Inscription;
import dev.cancha.server.room.RoomInput;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Hearer;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Ledger;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every act is applied once or not at all: never twice, never one that nobody sent, never one that was refused to its
 * player; and what a player was told is applied is applied.
 */
final class ExactlyOnceJudge implements Judge, Hearer, Ledger.Witness {
  private final Complaints complaints = new Complaints();
  private final Places places = new Places();
  private final Map<String, String> players = new LinkedHashMap<>();
  /** Player to the actions sent under each number; one number never stands for two actions of a room. */
  private final Map<String, Map<Long, Json>> sent = new LinkedHashMap<>();
  private final Map<String, Set<Long>> refused = new LinkedHashMap<>();
  /** Room and session of everyone who came in to the numbers of their acts that were applied, and at which position. */
  private final Map<String, Map<String, Map<Long, Long>>> applied = new LinkedHashMap<>();
  private final Map<String, Set<Long>> ofPlayer = new LinkedHashMap<>();

  @Override
  public String name() {
    return "exactlyOnce";
  }

  @Override
  public void begin(Scene scene) {
    scene.ears().add(places);
    scene.ears().add(this);
    scene.ledger().add(this);
  }

  @Override
  public void said(Conversation conversation, ClientMessage message) {
    String player = places.player(conversation);
    if (player != null && message instanceof ClientMessage.Act act) {
      sent.computeIfAbsent(player, who -> new LinkedHashMap<>()).put(act.seq(), act.action());
      // a client that begins anew counts on from what was applied, and may use a number that was refused before
      refused.getOrDefault(player, new LinkedHashSet<>()).remove(act.seq());
    }
  }

  @Override
  public void heard(Conversation conversation, ServerMessage message, byte[] body) {
    String player = places.player(conversation);
    if (player == null) {
      return;
    }
    switch (message) {
      case ServerMessage.Failure failure when failure.seq() != null ->
        refused.computeIfAbsent(player, who -> new LinkedHashSet<>()).add(failure.seq());
      case ServerMessage.Room room when room.you().seq() > 0
          && !ofPlayer.getOrDefault(player, Collections.emptySet()).contains(room.you().seq()) ->
        complaints.add(conversation + " was told that its act " + room.you().seq()
            + " counts, which no room ever applied");
      default -> {
        // answers no act, or the patch that does is judged by the journal
      }
    }
  }

  @Override
  public void applied(String room, long position, RoomInput input, byte[] patch) {
    for (RoomInput.Single single : Ledger.singles(input)) {
      if (single instanceof RoomInput.Enter enter) {
        players.put(enter.who().session().text(), enter.who().id());
      } else if (single instanceof RoomInput.Act act) {
        applied(room, position, act);
      }
    }
  }

  private void applied(String room, long position, RoomInput.Act act) {
    count(room, position, act);
    String player = player(act);
    Json action = sent.getOrDefault(player, Collections.emptyMap()).get(act.seq());
    if (action == null || !act.action().equals(action)) {
      complaints.add(which(act) + " was applied as " + act.action() + ", but sent as " + action);
    }
    if (refused.getOrDefault(player, Collections.emptySet()).contains(act.seq())) {
      complaints.add(which(act) + " was refused, and applied at position " + position);
    }
  }

  private void count(String room, long position, RoomInput.Act act) {
    if (applied.computeIfAbsent(room, unheard -> new LinkedHashMap<>())
        .computeIfAbsent(act.session().text(), who -> new LinkedHashMap<>())
        .putIfAbsent(act.seq(), position) != null) {
      complaints.add(which(act) + " was applied twice, again at position " + position);
    }
    ofPlayer.computeIfAbsent(player(act), who -> new LinkedHashSet<>()).add(act.seq());
  }

  private String player(RoomInput.Act act) {
    return players.getOrDefault(act.session().text(), "");
  }

  private String which(RoomInput.Act act) {
    return "act " + act.seq() + " of " + player(act);
  }

  @Override
  public void lost(String room, long position) {
    applied.getOrDefault(room, Collections.emptyMap())
        .values()
        .forEach(acts -> acts.values().removeIf(at -> at >= position));
  }

  /**
   * What is read again is what counts: an append that failed, and was replaced by another that nobody knows the end of,
   * may be the one that the disk has.
   */
  @Override
  public void recovered(Recovered.Found found) {
    found.entries().stream().findFirst().ifPresent(first -> lost(found.room(), first.position()));
    for (StoredEntry entry : found.entries()) {
      for (RoomInput.Single single : Ledger.singles(Inscription.read(entry.input()).input())) {
        if (single instanceof RoomInput.Act act) {
          count(found.room(), entry.position(), act);
        }
      }
    }
  }

  @Override
  public List<String> complaints(Stage stage) {
    return complaints.all();
  }
}
