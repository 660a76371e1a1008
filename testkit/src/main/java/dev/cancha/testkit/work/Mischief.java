package dev.cancha.testkit.work;

import dev.cancha.client.GameClient;
import dev.cancha.client.Login;
import dev.cancha.client.Listener;
import dev.cancha.client.Refused;
import dev.cancha.client.RoomView;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import dev.cancha.common.wire.Framing;
import dev.cancha.testkit.sim.SimProcess;
import dev.cancha.testkit.sim.SimRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do besides playing: all that the protocol lets a client ask, wisely or not. */
final class Mischief {
  private static final int FLOOD = 300;
  /** A flood costs a run as much as all that is played in it. */
  private static final double RARELY = 0.25;

  private Mischief() {}

  static void talk(Person person, RoomView room) {
    GameClient client = person.client();
    switch (person.random().nextInt(5)) {
      case 0 -> client.say("what a move, " + person.random().nextInt(100));
      case 1 -> client.ask(ServerMessage.Room.class, ClientMessage.Sync::new);
      case 2 ->
        client.ask(ServerMessage.Pong.class, id -> new ClientMessage.Ping(id, Json.ofChecked("\"t\"")));
      case 3 -> client.describe(room.game());
      default -> client.watch(person.random().chance(0.5) ? room.game() : null, person.random().chance(0.7));
    }
  }

  static void cheat(Person person, RoomView room) {
    GameClient client = person.client();
    SimRandom random = person.random();
    switch (random.nextInt(7)) {
      case 0 -> client.join("ZZZZ");
      case 1 -> client.enter(id -> new ClientMessage.Join(id, room.code(), "wrong", null, null));
      case 2 -> client.create(room.game());
      case 3 -> client.kick(random.nextInt(5));
      case 4 -> client.ask(ServerMessage.Done.class,
          id -> new ClientMessage.Bot(id, random.nextInt(4), random.chance(0.1) ? null : "random",
              random.chance(0.5)));
      case 5 -> {
        for (int i = random.chance(RARELY) ? 0 : FLOOD; i < FLOOD; i++) {
          client.ask(ServerMessage.Pong.class, id -> new ClientMessage.Ping(id, null));
        }
      }
      default -> takeOver(person);
    }
  }

  /** The same session on another machine, which has it for a while; then the first client begins again. */
  private static void takeOver(Person person) {
    String token = person.token();
    if (token == null) {
      return;
    }
    SimProcess elsewhere = person.scene().newClient(person.name() + "x" + person.scene().clients().size());
    GameClient other = person.scene()
        .client(elsewhere, Framing.FRAMES, Login.as(person.name()).resuming(token), new Listener() {});
    other.connect();
    person.scene()
        .world()
        .after(person.random().between(Duration.ofMillis(10), Duration.ofSeconds(3)),
            () -> other.close());
  }

  static void wander(Person person, RoomView room) {
    GameClient client = person.client();
    switch (person.random().nextInt(5)) {
      case 0 -> client.leave();
      case 1 -> client.sit(null);
      case 2 -> client.sit(freeSeat(room));
      case 3 -> client.ready(false);
      default -> client.resign();
    }
  }

  static void rule(Person person, RoomView room) {
    GameClient client = person.client();
    SimRandom random = person.random();
    switch (random.nextInt(5)) {
      case 0 -> client.start();
      case 1 -> client.kick(random.nextInt(room.doc().path("size").asInt(2)));
      case 2 ->
        configure(client, new Settings(null, null, null, null, (int) random.between(2, 60)), null, null);
      case 3 -> configure(client, null,
          random.chance(0.5) ? Visibility.PRIVATE : Visibility.PUBLIC, random.chance(0.3) ? "olé" : null);
      default -> client.ask(ServerMessage.Done.class, ClientMessage.Rematch::new);
    }
  }

  private static void configure(GameClient client, @Nullable Settings settings,
      @Nullable Visibility visibility,
      @Nullable String password) {
    client.ask(ServerMessage.Done.class,
        id -> new ClientMessage.Configure(id, null, settings, null, visibility, password));
  }

  /** A seat that nobody has, or null. */
  static @Nullable Integer freeSeat(RoomView room) {
    List<Integer> free = new ArrayList<>();
    for (int seat = 0; seat < room.doc().path("size").asInt(0); seat++) {
      if (!room.doc().path("seats").has(Integer.toString(seat))) {
        free.add(seat);
      }
    }
    return free.isEmpty() ? null : free.getFirst();
  }

  /** Whether a way into a room failed for good: another one has to be opened. */
  static boolean isGone(@Nullable Throwable failure) {
    return failure instanceof Refused refused
        && (refused.code() == ErrorCode.NO_SUCH_ROOM || refused.code() == ErrorCode.KICKED
            || refused.code() == ErrorCode.WRONG_PASSWORD);
  }
}
