package dev.cancha.testkit.judge;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.server.journal.Journal.Recovered.Found;
import dev.cancha.server.room.RoomInput;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Hearer;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Ledger;
import dev.cancha.testkit.scene.Reached;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Complains of nothing, but notes the rare states that a run comes to. */
final class ReachedStates implements Judge, Hearer, Ledger.Witness {
  /** What must have been reached by a few hundred seeds together. */
  static final Set<String> EXPECTED = Collections.unmodifiableSet(new TreeSet<>(List.of("resumed by patches",
      "resumed by the whole room", "bye takenOver", "bye idle", "error stale", "error rateLimited",
      "error wrongPassword", "error kicked", "error noSuchRoom", "error illegalAction", "error notYourTurn",
      "error alreadyPlaying", "error seatTaken", "error roomFull", "act sent again",
      "act answered by the whole room", "left expired", "left kicked", "match over",
      "crash at once", "crash before append", "crash before sync", "crash after sync", "crash after publish",
      "resumed after a crash", "room read from a snapshot", "not stored",
      "a bot acts", "a bot plays on", "a seat handed back")));

  private final Map<Integer, Boolean> resuming = new TreeMap<>();
  private final Map<String, Set<Long>> acts = new TreeMap<>();
  private final Map<Integer, Set<Long>> unanswered = new TreeMap<>();
  private final Places places = new Places();
  private final Generations generations = new Generations();
  private boolean crashed;
  private @Nullable Reached reached;

  @Override
  public String name() {
    return "reached";
  }

  @Override
  public void begin(Scene scene) {
    reached = scene.reached();
    scene.ears().add(places);
    scene.ears().add(generations);
    scene.ears().add(this);
    scene.ledger().add(generations);
    scene.ledger().add(this);
  }

  private void note(String state) {
    if (reached != null) {
      reached.note(state);
    }
  }

  @Override
  public void said(Conversation conversation, ClientMessage message) {
    String player = places.player(conversation);
    if (message instanceof ClientMessage.Act act && player != null) {
      unanswered.computeIfAbsent(conversation.number(), unseen -> new TreeSet<>()).add(act.seq());
      if (!acts.computeIfAbsent(player, unseen -> new TreeSet<>()).add(act.seq())) {
        note("act sent again");
      }
    }
  }

  @Override
  public void heard(Conversation conversation, ServerMessage message, byte[] body) {
    int number = conversation.number();
    switch (message) {
      case ServerMessage.Welcome welcome when Boolean.TRUE.equals(welcome.resumed())
          && welcome.room() != null -> {
        resuming.put(number, true);
        if (generations.of(conversation) > 0) {
          note("resumed after a crash");
        }
      }
      case ServerMessage.Patch patch -> {
        if (resuming.remove(number) != null) {
          note("resumed by patches");
        }
        if (patch.patch().toString().contains("\"phase\":\"over\"")) {
          note("match over");
        }
      }
      case ServerMessage.Room room -> {
        if (resuming.remove(number) != null) {
          note("resumed by the whole room");
        } else if (room.re() == null && answers(number, room.you().seq())) {
          note("act answered by the whole room");
        }
      }
      case ServerMessage.Failure failure -> note("error " + word(failure.code()));
      case ServerMessage.Bye bye -> note("bye " + word(bye.code()));
      case ServerMessage.Left left -> note("left " + word(left.reason()));
      default -> {
        // everyday
      }
    }
  }

  @Override
  public void applied(String room, long position, RoomInput input, byte[] patch) {
    crashed = false;
    for (RoomInput.Single single : Ledger.singles(input)) {
      if (single instanceof RoomInput.BotAct) {
        note("a bot acts");
      } else if (single instanceof RoomInput.Elapsed && has(patch, "\"bot\":\"")) {
        note("a bot plays on");
      } else if (single instanceof RoomInput.Back && has(patch, "\"bot\":null")) {
        note("a seat handed back");
      }
    }
  }

  private static boolean has(byte[] patch, String text) {
    return new String(patch, StandardCharsets.UTF_8).contains(text);
  }

  @Override
  public void crashed() {
    crashed = true;
  }

  @Override
  public void lost(String room, long position) {
    if (!crashed) {
      note("not stored");
    }
  }

  @Override
  public void recovered(Found found) {
    if (found.from() != null) {
      note("room read from a snapshot");
    }
  }

  private boolean answers(int conversation, long seq) {
    return unanswered.getOrDefault(conversation, new TreeSet<>()).contains(seq);
  }

  @Override
  public List<String> complaints(Stage stage) {
    return List.of();
  }

  /** As it stands on the wire: {@code TAKEN_OVER} is {@code takenOver}. */
  private static String word(Enum<?> constant) {
    String[] words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder camel = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      camel.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return camel.toString();
  }
}
