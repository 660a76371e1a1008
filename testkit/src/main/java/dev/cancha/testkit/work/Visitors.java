package dev.cancha.testkit.work;

import dev.cancha.client.GameClient;
import dev.cancha.client.RoomView;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Workload;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Those who come to the lobby: they look at the list, watch it, ask for a quick match, stay for a while and go again.
 * Owner: the world's thread.
 */
final class Visitors implements Workload {
  private final String game;
  private final int count;
  private final List<Person> people = new ArrayList<>();
  private boolean calm;

  Visitors(String game, int count) {
    this.game = game;
    this.count = count;
  }

  @Override
  public String name() {
    return "visitors";
  }

  @Override
  public void start(Scene scene) {
    for (int i = 0; i < count; i++) {
      people.add(new Person(scene, "v" + scene.clients().size(), Temper.draw(scene.random()), this::think));
    }
  }

  @Override
  public void calm() {
    calm = true;
    people.forEach(Person::calm);
  }

  @Override
  public void leave() {
    people.forEach(Person::leave);
  }

  private void think(Person person, GameClient client, @Nullable RoomView room) {
    if (client.token() == null) {
      return;
    }
    if (calm) {
      if (room != null) {
        client.leave(); // who only looks around would hold up a match that it has come into
      }
      return;
    }
    if (room != null) {
      switch (person.random().nextInt(12)) {
        case 0 -> client.leave();
        case 1 -> client.ready(true);
        case 2 -> Mischief.talk(person, room);
        default -> {
          // looks around
        }
      }
      return;
    }
    switch (person.random().nextInt(6)) {
      case 0 -> client.list(person.random().chance(0.5) ? game : null);
      case 1 -> client.watch(null, person.random().chance(0.8));
      case 2 -> client.quick(game);
      case 3 -> client.describe(game);
      case 4 -> client.list(null).thenAccept(list -> {
        if (!list.rooms().isEmpty()) {
          client.spectate(list.rooms().getFirst().code());
        }
      });
      default -> client.join("2345");
    }
  }
}
