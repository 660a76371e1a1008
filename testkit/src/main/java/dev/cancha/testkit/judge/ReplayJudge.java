package dev.cancha.testkit.judge;

import dev.cancha.server.journal.Journal.Depth;
import dev.cancha.server.journal.Journal.Recovered.Found;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomState;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Ledger;
import dev.cancha.testkit.scene.Lives;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a room leads to the state that it had when it lived: whenever a process reads it again from its
 * latest snapshot, and at the end from its base too.
 */
final class ReplayJudge implements Judge, Ledger.Witness {
  private final Complaints complaints = new Complaints();
  private @Nullable Scene scene;

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public void begin(Scene begun) {
    scene = begun;
    begun.ledger().add(this);
  }

  @Override
  public void applied(String room, long position, RoomInput input, byte[] patch) {
    // what was live is known to who watches the steps
  }

  @Override
  public void recovered(Found found) {
    if (scene != null) {
      compare(found, scene);
    }
  }

  private void compare(Found found, Scene judged) {
    String from = found.from() == null ? "its opening" : "position " + found.from().position();
    RoomState folded;
    try {
      folded = Fold.of(found, judged.server().ports().games());
    } catch (RuntimeException | AssertionError e) {
      complaints.add("room " + found.room() + " cannot be folded from " + from + ": " + e);
      return;
    }
    Lives lives = judged.venue().lives();
    if (!lives.was(found.room(), folded)) {
      complaints.add("room " + found.room() + ", folded from " + from + " to position " + folded.position()
          + ", is " + folded + "\n    but was live "
          + lives.at(found.room(), folded.position()));
    }
  }

  @Override
  public List<String> complaints(Stage stage) {
    if (stage == Stage.HEALED && scene != null) {
      for (Depth depth : Depth.values()) {
        for (Found found : scene.venue().store().look(depth)) {
          compare(found, scene);
        }
      }
    }
    return complaints.all();
  }
}
