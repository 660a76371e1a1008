package dev.cancha.testkit.swarm;

import dev.cancha.client.GameClient;
import dev.cancha.client.Listener;
import dev.cancha.client.Login;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Workload;
import dev.cancha.testkit.sim.SimProcess;
import dev.cancha.testkit.sim.SimRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One who is in a room when the lid of the laptop is closed, goes on with a phone, and from there into a friend's room;
 * then the lid is opened again. Both rooms are lobbies in which someone cannot decide whether to be ready, so that they
 * have many revisions. Needs a network that works.
 */
final class Wanderers implements Workload {
  private static final String GAME = "whispers";
  private static final Duration LID_CLOSED = Duration.ofSeconds(42);
  private static final Duration PHONE_TAKEN = Duration.ofSeconds(30);

  private final List<GameClient> clients = new ArrayList<>();
  private @Nullable Scene scene;
  private boolean leaving;

  @Override
  public String name() {
    return "wanderers";
  }

  @Override
  public void start(Scene begun) {
    scene = begun;
    SimRandom random = begun.random();
    GameClient friend = client(begun, begun.newClient("friend"), Login.as("Beto"));
    friend.connect().thenAccept(welcome -> friend.create(GAME));
    hesitate(friend, Duration.ofMillis(random.between(700, 1_300)), Integer.MAX_VALUE);

    SimProcess laptop = begun.newClient("laptop");
    GameClient first = client(begun, laptop, Login.as("Ana"));
    first.connect().thenAccept(welcome -> {
      first.create(GAME);
      begun.world().after(Duration.ofSeconds(9), () -> {
        laptop.pause(LID_CLOSED);
        begun.world().after(PHONE_TAKEN, () -> goOnWithPhone(begun, welcome, friend));
      });
    });
    hesitate(first, Duration.ofMillis(150), (int) random.between(40, 56));
  }

  private void goOnWithPhone(Scene at, ServerMessage.Welcome welcome, GameClient friend) {
    GameClient phone = client(at, at.newClient("phone"), Login.as("Ana").resuming(welcome.token()));
    phone.connect().whenComplete((again, failure) -> {
      if (failure == null && friend.room() != null) {
        String code = friend.room().code();
        phone.leave();
        phone.join(code).whenComplete((room, refused) -> phone.close());
      }
    });
  }

  /** Says ready, and not ready, and ready again, {@code times} times. */
  private void hesitate(GameClient client, Duration every, int times) {
    if (scene != null) {
      scene.world().after(every, () -> {
        if (client.room() != null) {
          client.ready(times % 2 == 0);
        }
        if (times > 0 && !leaving) {
          hesitate(client, every, times - 1);
        }
      });
    }
  }

  private GameClient client(Scene at, SimProcess process, Login login) {
    GameClient client = at.client(process, at.framing(), login, new Listener() {});
    clients.add(client);
    return client;
  }

  @Override
  public void calm() {}

  @Override
  public void leave() {
    leaving = true;
    clients.forEach(GameClient::close);
  }
}
