package dev.cancha.testkit.work;

import dev.cancha.client.ClientFailure;
import dev.cancha.client.GameClient;
import dev.cancha.client.Listener;
import dev.cancha.client.Login;
import dev.cancha.client.RoomView;
import dev.cancha.common.wire.Framing;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.sim.SimProcess;
import dev.cancha.testkit.sim.SimRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Someone with a production client on a machine of their own, who thinks again and again, and who starts the client
 * again, with the same token, when it or its machine has ended. Owner: the world's thread.
 */
final class Person {
  private static final Duration RESTART = Duration.ofSeconds(4);

  private final Scene scene;
  private final String name;
  private final SimRandom random;
  private final Framing framing;
  private final Habits habits;
  private SimProcess process;
  private GameClient client;
  private @Nullable String token;
  private Temper temper;
  private boolean leaving;
  private boolean gone;
  private boolean closed;

  /** What a person does with each thought. */
  interface Habits {
    void think(Person person, GameClient client, @Nullable RoomView room);
  }

  Person(Scene scene, String name, Temper temper, Habits habits) {
    this.scene = scene;
    this.name = name;
    this.temper = temper;
    this.habits = habits;
    random = scene.random().fork(name);
    framing = scene.framing();
    process = scene.newClient(name);
    client = started();
    again();
  }

  Scene scene() {
    return scene;
  }

  String name() {
    return name;
  }

  SimRandom random() {
    return random;
  }

  Temper temper() {
    return temper;
  }

  @Nullable
  String token() {
    return token;
  }

  /** Others may have the same place: it is this very session that a second client takes over. */
  GameClient client() {
    return client;
  }

  boolean gone() {
    return gone;
  }

  void calm() {
    temper = Temper.CALM;
  }

  void leave() {
    leaving = true;
  }

  private GameClient started() {
    Login login = token == null ? Login.as(name) : Login.as(name).resuming(token);
    closed = false;
    GameClient made = scene.client(process, framing, login, new Listener() {
      @Override
      public void onClosed(@Nullable ClientFailure cause) {
        closed = true;
      }
    });
    made.connect().whenComplete((welcome, failure) -> {
      if (welcome != null) {
        token = welcome.token();
      }
    });
    return made;
  }

  private void again() {
    Duration most = leaving ? Temper.CALM.thinks() : temper.thinks();
    scene.world().after(random.between(most.dividedBy(10), most), this::think);
  }

  private void think() {
    if (!process.alive()) {
      if (scene.isDown(process)) {
        again();
        return;
      }
      scene.world().after(random.between(Duration.ofMillis(100), RESTART), this::restart);
      return;
    }
    if (leaving) {
      depart();
    } else if (closed) {
      client = started();
    } else {
      habits.think(this, client, client.room());
    }
    if (!gone) {
      again();
    }
  }

  private void restart() {
    process = scene.restarted(process);
    client = started();
    again();
  }

  private void depart() {
    if (closed) {
      // without a word the place would only be held for its grace
      if (client.room() == null) {
        gone = true;
      } else {
        client = started();
      }
    } else if (client.room() == null) {
      client.close();
      gone = true;
    } else {
      client.leave();
    }
  }
}
