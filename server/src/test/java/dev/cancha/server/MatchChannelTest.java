package dev.cancha.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.testing.Duel;
import dev.cancha.server.testing.TestClient;
import dev.cancha.server.testing.TestClient.Speaks;
import dev.cancha.server.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole matches by clients that know the protocol page alone, frames and WebSocket mixed, on loops in any order. */
class MatchChannelTest {
  private static final JsonMapper JSON = new JsonMapper();

  @RegisterExtension
  final TestServer server = new TestServer();

  private record Table(List<ScriptedPlayer> players, TestClient watcher) {
    ScriptedPlayer inTurn() {
      return players.stream().filter(ScriptedPlayer::inTurn).findFirst().orElseThrow();
    }
  }

  private Table table(String game, int players, Random chance) {
    List<ScriptedPlayer> seated = new ArrayList<>();
    for (int i = 0; i < players; i++) {
      TestClient client = server.player("P" + i, Speaks.either(i % 2 == 0));
      if (i == 0) {
        Duel.create(client, "'game':'" + game + "','seats':" + players);
      } else {
        Duel.join(client, seated.getFirst().view().code());
      }
      seated.add(new ScriptedPlayer(server, client, chance));
    }
    TestClient watcher = server.player("Watcher", Speaks.WEBSOCKET);
    Duel.watch(watcher, seated.getFirst().view().code());
    for (ScriptedPlayer player : seated) {
      player.client().send("{'type':'ready'}");
    }
    return new Table(seated, watcher);
  }

  private static void agree(Table table) {
    for (ScriptedPlayer player : table.players()) {
      assertThat(player.view().shared()).isEqualTo(table.watcher().view().doc());
      assertThat(player.view().rev()).isEqualTo(table.watcher().view().rev());
      assertThat(player.client().count("error")).isZero();
    }
  }

  private int play(Table table) {
    int acts = 0;
    for (; table.players().getFirst().playing(); acts++) {
      assertThat(acts).isLessThan(2_000);
      ScriptedPlayer mover = table.inTurn();
      mover.act();
      server.settle();
      server.advanceMillis(40);
      mover.settled();
    }
    return acts;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aMatchOfConnectFourIsPlayedToItsEndAndEveryoneSawTheSame(long seed) {
    Random chance = new Random(seed);
    Table table = table("connectFour", 2, chance);
    server.shuffle(seed);

    int acts = play(table);

    agree(table);
    JsonNode doc = table.watcher().view().doc();
    assertThat(doc.get("phase").stringValue()).isEqualTo("over");
    assertThat(doc.get("result").get("reason").stringValue()).isIn("fourInLine", "boardFull");
    int discs = 0;
    for (JsonNode column : doc.get("view").get("columns")) {
      discs += column.stringValue().length();
    }
    assertThat(discs).isEqualTo(acts);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aMatchOfDudoIsPlayedToItsEndAndNobodySawAHiddenDie(long seed) {
    Random chance = new Random(seed);
    Table table = table("dudo", 4, chance);
    server.shuffle(seed);

    play(table);

    agree(table);
    assertThat(table.watcher().view().doc().get("result").get("ranks")).hasSize(4);
    assertThat(table.watcher().texts()).noneMatch(text -> text.contains("\"me\""));
    table.watcher().texts().forEach(text -> showsOnlyWhatMayBeSeen(JSON.readTree(text), false));
    for (ScriptedPlayer player : table.players()) {
      player.texts().forEach(text -> showsOnlyWhatMayBeSeen(JSON.readTree(text), true));
      for (String drawn : server.drawn()) {
        assertThat(player.texts()).noneMatch(text -> drawn.length() == 32 && text.contains(drawn));
      }
    }
  }

  /** Dice stand nowhere but in the own {@code me}, and in {@code reveal} when a call has been made. */
  private static void showsOnlyWhatMayBeSeen(JsonNode message, boolean ownDice) {
    JsonNode shown = message.has("patch") ? message.get("patch") : message.path("doc");
    for (String name : shown.propertyNames()) {
      if (!name.equals("turn") && !name.equals("view") && !name.equals("me")) {
        assertThat(lists(shown.get(name))).as(message.toString()).isZero();
      }
    }
    assertThat(lists(shown.path("me"))).isLessThanOrEqualTo(ownDice ? 1 : 0);
    JsonNode reveal = shown.path("view").path("reveal");
    if (reveal.isObject()) {
      assertThat(message.get("events").toString()).contains("\"type\":\"called\"");
    }
    assertThat(lists(shown.path("view"))).isEqualTo(lists(reveal));
    for (JsonNode event : message.path("events")) {
      assertThat(lists(event)).as(event.toString()).isZero();
    }
  }

  private static int lists(JsonNode node) {
    int lists = node.isArray() ? 1 : 0;
    for (JsonNode member : node) {
      lists += lists(member);
    }
    return lists;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aMatchGoesOnHoweverConnectionsComeAndGo(long seed) {
    Random chance = new Random(seed);
    Table table = seed % 2 == 0 ? table("connectFour", 2, chance) : table("dudo", 3, chance);
    server.shuffle(seed);
    for (int acts = 0; table.players().getFirst().playing(); acts++) {
      assertThat(acts).isLessThan(2_000);
      ScriptedPlayer mover = table.inTurn();
      mover.act();
      for (int i = chance.nextInt(6); i > 0; i--) {
        server.step();
      }
      disturb(table.players().get(chance.nextInt(table.players().size())), chance);
      server.settle();
      if (!mover.client().open()) {
        mover.reconnect(Speaks.either(chance.nextBoolean()));
      }
      server.advanceMillis(300); // a resent act may wait for its room
      mover.settled();
      comeBack(table, chance);
    }
    comeBack(table, chance);
    server.settle();

    agree(table);
    assertThat(table.watcher().view().doc().get("result").get("reason").stringValue())
        .isIn("fourInLine", "boardFull", "lastWithDice");
  }

  /** Pulls a cable, or opens the page a second time. */
  private static void disturb(ScriptedPlayer player, Random chance) {
    switch (chance.nextInt(4)) {
      case 0 -> player.client().postReset();
      case 1 -> player.reconnect(Speaks.either(chance.nextBoolean()));
      default -> {
        // nothing happens to it this time
      }
    }
  }

  private static void comeBack(Table table, Random chance) {
    for (ScriptedPlayer player : table.players()) {
      if (!player.client().open()) {
        player.reconnect(Speaks.either(chance.nextBoolean()));
      }
    }
  }
}
