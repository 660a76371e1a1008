package dev.cancha.testkit.judge;

import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import dev.cancha.testkit.sim.SimConnection;
import dev.cancha.testkit.sim.SimWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who is gone without a word is missed in time: once nothing disturbs, the server keeps no connection whose client has
 * long ended; what its kernel is still shaking hands with is none of its business. Asked again and again, since it
 * looks at connections by itself.
 */
final class PresenceJudge implements Judge {
  /** 25 s of silence are a lost connection, and a closing one is read for a while. */
  private static final long MISSED_NANOS = TimeUnit.SECONDS.toNanos(35);

  /** Connections without their client, and since when. */
  private final Map<Long, Long> orphans = new TreeMap<>();
  private @Nullable Scene scene;

  @Override
  public String name() {
    return "presence";
  }

  @Override
  public void begin(Scene begun) {
    scene = begun;
  }

  @Override
  public List<String> complaints(Stage stage) {
    List<String> complaints = new ArrayList<>();
    if (scene != null) {
      SimWorld world = scene.world();
      for (SimConnection each : world.net().connections(scene.server().process())) {
        if (each.begun() && !each.client().alive()) {
          long since = orphans.computeIfAbsent(each.number(), unseen -> world.nanoTime());
          if (stage == Stage.HEALED && world.nanoTime() - since > MISSED_NANOS) {
            complaints.add("the client of " + each + " has been gone for "
                + TimeUnit.NANOSECONDS.toSeconds(world.nanoTime() - since) + " s, and the server keeps it");
          }
        }
      }
    }
    return complaints;
  }
}
