package dev.cancha.testkit.swarm;

import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Hearer;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import java.util.ArrayList;
import java.util.List;

/** A judge that no network can please: what it complains of is easy to bring about by a fault. */
final class NoConnectionIsLost implements Judge, Hearer {
  private final List<String> lost = new ArrayList<>();
  private boolean leaving;

  @Override
  public String name() {
    return "noConnectionIsLost";
  }

  @Override
  public void begin(Scene scene) {
    scene.ears().add(this);
  }

  @Override
  public void closed(Conversation conversation) {
    if (!leaving) {
      lost.add(conversation + " is lost");
    }
  }

  @Override
  public List<String> complaints(Stage stage) {
    leaving |= stage == Stage.HEALED;
    return lost;
  }
}
