package dev.cancha.testkit.judge;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Hearer;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import dev.cancha.testkit.sim.SimWorld;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A request is answered once, by its number, and only a request; everything that a client hears is a message of the
 * protocol. Once nothing disturbs, no request of an open connection waits for long.
 */
final class AnswersJudge implements Judge, Hearer {
  private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Complaints complaints = new Complaints();
  /** Conversation to the numbers of its open requests, and since when. */
  private final Map<Integer, Map<Integer, Long>> open = new TreeMap<>();
  private @Nullable SimWorld world;

  @Override
  public String name() {
    return "answers";
  }

  @Override
  public void begin(Scene scene) {
    world = scene.world();
    scene.ears().add(this);
  }

  @Override
  public void said(Conversation conversation, ClientMessage message) {
    if (message instanceof ClientMessage.Request request && request.id() != null) {
      open.computeIfAbsent(conversation.number(), unheard -> new TreeMap<>()).put(request.id(), now());
    }
  }

  @Override
  public void heard(Conversation conversation, ServerMessage message, byte[] body) {
    Integer re = switch (message) {
      case ServerMessage.Welcome welcome -> welcome.re();
      case ServerMessage.GameDescription game -> game.re();
      case ServerMessage.Rooms rooms -> rooms.re();
      case ServerMessage.Room room -> room.re();
      case ServerMessage.Done done -> done.re();
      case ServerMessage.Left left -> left.re();
      case ServerMessage.Pong pong -> pong.re();
      case ServerMessage.Failure failure -> failure.re();
      case ServerMessage.Moved moved -> moved.re();
      case ServerMessage.Patch patch -> null;
      case ServerMessage.Spectators spectators -> null;
      case ServerMessage.Chat chat -> null;
      case ServerMessage.Ping ping -> null;
      case ServerMessage.Bye bye -> null;
    };
    if (re != null && open.getOrDefault(conversation.number(), new TreeMap<>()).remove(re) == null) {
      complaints.add(
          conversation + " was answered request " + re + ", which it did not ask or was answered before: "
              + message);
    }
  }

  @Override
  public void garbled(Conversation conversation, String why) {
    complaints.add(conversation + " was sent what is no message: " + why);
  }

  @Override
  public void closed(Conversation conversation) {
    open.remove(conversation.number());
  }

  @Override
  public List<String> complaints(Stage stage) {
    if (stage == Stage.HEALED) {
      open.forEach((conversation, requests) -> requests.forEach((id, since) -> {
        if (now() - since > LONG_NANOS) {
          complaints.add("request " + id + " of conversation " + conversation + " waits since "
              + TimeUnit.NANOSECONDS.toMillis(now() - since) + " ms");
        }
      }));
    }
    return complaints.all();
  }

  private long now() {
    return world == null ? 0 : world.nanoTime();
  }
}
