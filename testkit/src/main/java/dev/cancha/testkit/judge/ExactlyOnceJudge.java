package dev.cancha.testkit.judge;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
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
  /** The numbers of acts that were applied. */
  private final Map<Actor, Set<Long>> applied = new LinkedHashMap<>();
  private final Map<String, Set<Long>> ofPlayer = new LinkedHashMap<>();

  private record Actor(String room, String session) {}

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
    String session = act.session().text();
    String player = players.getOrDefault(session, "");
    if (!applied.computeIfAbsent(new Actor(room, session), who -> new LinkedHashSet<>()).add(act.seq())) {
      complaints.add(which(act, player) + " was applied twice, again at position " + position);
    }
    ofPlayer.computeIfAbsent(player, who -> new LinkedHashSet<>()).add(act.seq());
    Json action = sent.getOrDefault(player, Collections.emptyMap()).get(act.seq());
    if (action == null || !act.action().equals(action)) {
      complaints.add(which(act, player) + " was applied as " + act.action() + ", but sent as " + action);
    }
    if (refused.getOrDefault(player, Collections.emptySet()).contains(act.seq())) {
      complaints.add(which(act, player) + " was refused, and applied at position " + position);
    }
  }

  private static String which(RoomInput.Act act, String player) {
    return "act " + act.seq() + " of " + player;
  }

  @Override
  public List<String> complaints(Stage stage) {
    return complaints.all();
  }
}
