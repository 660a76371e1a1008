package dev.cancha.testkit.judge;

import dev.cancha.common.message.ServerMessage;
import dev.cancha.server.room.RoomInput;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Hearer;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Ledger;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import dev.cancha.testkit.sim.SimWorld;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time of a match runs while its server does, and no faster: clocks get the time back that an outage took. After
 * each crash a match may have skipped a second, in which nobody knows what was shown.
 */
final class TimeJudge implements Judge, Hearer, Ledger.Witness {
  private static final long SKIPPED_MILLIS = 1_000;
  private static final long ROUNDED_MILLIS = 10;
  private static final Pattern MATCH = Pattern.compile("\"match\":\"([^\"]+)\"");

  private final Complaints complaints = new Complaints();
  /** Match to how long the server had run when it started. */
  private final Map<String, Long> started = new TreeMap<>();
  private @Nullable SimWorld world;
  private long downNanos;
  private long crashedNanos;
  private int crashes;

  @Override
  public String name() {
    return "time";
  }

  @Override
  public void begin(Scene scene) {
    world = scene.world();
    scene.ears().add(this);
    scene.ledger().add(this);
  }

  @Override
  public void applied(String room, long position, RoomInput input, byte[] patch) {
    Matcher match = MATCH.matcher(new String(patch, StandardCharsets.UTF_8));
    while (match.find()) {
      started.putIfAbsent(match.group(1), upMillis());
    }
  }

  @Override
  public void crashed() {
    crashedNanos = now();
    crashes++;
  }

  @Override
  public void restarted() {
    downNanos += now() - crashedNanos;
  }

  @Override
  public void heard(Conversation conversation, ServerMessage message, byte[] body) {
    if (message instanceof ServerMessage.Room room) {
      String match = Docs.object(room.doc()).path("match").asString("");
      Long began = started.get(match);
      if (began != null) {
        long most = upMillis() - began + crashes * SKIPPED_MILLIS + ROUNDED_MILLIS;
        if (room.now() > most) {
          complaints.add(conversation + " is told that match " + match + " has run for " + room.now()
              + " ms, but it cannot be more than " + most);
        }
      }
    }
  }

  /** How long the server has run in all. */
  private long upMillis() {
    return (now() - downNanos) / 1_000_000;
  }

  private long now() {
    return world == null ? 0 : world.nanoTime();
  }

  @Override
  public List<String> complaints(Stage stage) {
    return complaints.all();
  }
}
