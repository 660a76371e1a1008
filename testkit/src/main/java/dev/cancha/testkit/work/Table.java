package dev.cancha.testkit.work;

import dev.cancha.client.GameClient;
import dev.cancha.client.RoomView;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.OnAbsent;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import dev.cancha.testkit.play.RandomActs;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Workload;
import dev.cancha.testkit.sim.SimRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One room and those who come to it: players, spectators, a host with a host's powers. They find it by its code, play
 * match after match, and are as steady as their tempers. Owner: the world's thread.
 */
final class Table implements Workload {
  /** Those who find the door shut do not knock with every thought. */
  private static final double TRIES_AGAIN = 0.2;

  private final String game;
  private final int players;
  private final int spectators;
  private final List<Person> people = new ArrayList<>();
  private Terms terms = new Terms(Settings.NONE, Visibility.PUBLIC, null, 0);
  private boolean calm;
  private @Nullable String code;
  private @Nullable Json actions;

  /** @param bots how many the host sets on the last seats, where those are free */
  private record Terms(Settings settings, Visibility visibility, @Nullable String password, int bots) {
    static Terms draw(SimRandom random) {
      Integer turn = random.chance(0.2) ? (Integer) (int) random.between(2, 20) : null;
      Integer bank = turn == null && random.chance(0.2) ? (Integer) (int) random.between(5, 60) : null;
      OnAbsent onAbsent = random.chance(0.3) ? OnAbsent.WAIT
          : random.chance(0.5) ? OnAbsent.BOT : OnAbsent.FORFEIT;
      // a bot that plays on is seldom seen, and less often one whose player is back before the match is over
      int longest = onAbsent == OnAbsent.BOT ? 4 : 40;
      Integer grace = onAbsent == OnAbsent.BOT || random.chance(0.7)
          ? (Integer) (int) random.between(1, longest)
          : null;
      return new Terms(new Settings(turn, bank, null, onAbsent, grace),
          random.chance(0.3) ? Visibility.PRIVATE : Visibility.PUBLIC, random.chance(0.2) ? "olé" : null,
          random.chance(0.3) ? (int) random.between(1, 2) : 0);
    }
  }

  Table(String game, int players, int spectators) {
    this.game = game;
    this.players = players;
    this.spectators = spectators;
  }

  @Override
  public String name() {
    return game + "Table";
  }

  @Override
  public void start(Scene scene) {
    SimRandom random = scene.random().fork(name() + scene.clients().size());
    terms = Terms.draw(random);
    for (int i = 0; i < players + spectators; i++) {
      boolean watches = i >= players;
      String who = game.charAt(0) + "" + scene.clients().size() + (watches ? "s" : "p");
      people.add(new Person(scene, who, Temper.draw(random),
          (person, client, room) -> think(person, client, room, watches)));
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

  private void think(Person person, GameClient client, @Nullable RoomView room, boolean watches) {
    if (client.token() == null) {
      return;
    }
    SimRandom random = person.random();
    if (room == null) {
      if (calm || random.chance(TRIES_AGAIN)) {
        enter(person, client, watches);
      }
      return;
    }
    Temper temper = person.temper();
    if (random.chance(temper.talks())) {
      Mischief.talk(person, room);
    }
    if (random.chance(temper.cheats())) {
      Mischief.cheat(person, room);
    }
    if (random.chance(temper.rules())) {
      Mischief.rule(person, room);
    }
    if (random.chance(temper.wanders())) {
      Mischief.wander(person, room);
    } else if (!watches || (calm && room.seat() != null)) {
      play(person, client, room);
    }
  }

  private void enter(Person person, GameClient client, boolean watches) {
    String known = code;
    if (known == null) {
      if (!watches && person.name().equals(people.getFirst().name())) {
        client
            .enter(id -> new ClientMessage.Create(id, game, options(), terms.settings(), null,
                terms.visibility(),
                terms.password(), null, null))
            .whenComplete((room, failure) -> {
              if (room != null) {
                code = room.code();
                seatBots(client, room);
              }
            });
      }
      return;
    }
    client.ask(ServerMessage.Room.class,
        id -> new ClientMessage.Join(id, known, terms.password(), null, watches ? true : null))
        .whenComplete((room, failure) -> {
          if (Mischief.isGone(failure)) {
            code = code == null || code.equals(known) ? null : code;
          }
        });
  }

  /** Those that search would take more time than all else in the world. */
  private void seatBots(GameClient client, RoomView room) {
    int size = room.doc().path("size").asInt();
    for (int i = 1; i <= Math.min(terms.bots, size - players); i++) {
      int seat = size - i;
      client.ask(ServerMessage.Done.class, id -> new ClientMessage.Bot(id, seat, "random", null));
    }
  }

  /** Matches that are over soon, also those of snakes that know how to live. */
  private @Nullable Json options() {
    return game.equals("snake") ? Json.ofChecked("{\"ticksPerMove\":2,\"seconds\":12}") : null;
  }

  private void play(Person person, GameClient client, RoomView room) {
    code = room.code();
    if (room.seat() == null) {
      if (!room.phase().equals("playing")) {
        client.sit(Mischief.freeSeat(room));
      }
    } else if (!room.phase().equals("playing")) {
      if (!room.doc().path("seats").path(room.seat().toString()).path("ready").asBoolean(false)) {
        client.ready(true);
      }
    } else if (room.myTurn() || !room.doc().has("turn")
        || person.random().chance(person.temper().blunders())) {
      act(person, client, room);
    }
  }

  private void act(Person person, GameClient client, RoomView room) {
    Json schema = actions;
    if (schema == null) {
      client.describe(game).thenAccept(description -> actions = description.action());
      return;
    }
    SimRandom random = person.random();
    boolean blunder = random.chance(person.temper().blunders());
    JsonNode sensible = blunder ? null : Sense.act(room, random);
    JsonNode action = sensible != null ? sensible : new RandomActs(schema, random).next();
    long rev = blunder && random.chance(0.3) ? Math.max(0, room.rev() - random.between(1, 20)) : room.rev();
    client.act(action, rev);
  }
}
