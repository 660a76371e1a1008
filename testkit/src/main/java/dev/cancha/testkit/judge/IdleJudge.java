package dev.cancha.testkit.judge;

import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server that everyone has left holds nothing that belongs to nobody; and no code anywhere let an error escape. */
final class IdleJudge implements Judge {
  private @Nullable Scene scene;

  @Override
  public String name() {
    return "idle";
  }

  @Override
  public void begin(Scene begun) {
    scene = begun;
  }

  @Override
  public List<String> complaints(Stage stage) {
    List<String> complaints = new ArrayList<>();
    Scene judged = scene;
    if (judged == null) {
      return complaints;
    }
    judged.world().failures().forEach(failure -> complaints.add("nobody caught " + failure));
    if (stage == Stage.IDLE) {
      var holdings = judged.server().server().holdings();
      if (holdings.connections() > 0 || holdings.rooms() > 0) {
        complaints.add("everyone has left, and the server holds " + holdings);
      }
      String listening = "L:/0.0.0.0:" + judged.server().server().port();
      judged.world()
          .leftovers()
          .stream()
          .filter(left -> !left.contains(" listens on ") && !left.contains(listening))
          .forEach(left -> complaints.add("everyone has left, and there is left " + left));
    }
    return complaints;
  }
}
