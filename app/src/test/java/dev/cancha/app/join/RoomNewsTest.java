package dev.cancha.app.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RoomNewsTest {
  @Test
  void nothingNewIsNoLine() {
    JsonNode lobby = Samples.room("lobby", "");
    assertThat(new RoomNews(lobby, lobby, "p1").lines()).isEmpty();
    assertThat(new RoomNews(lobby, lobby, "p1").atTheTable()).isFalse();
  }

  @Test
  void whoComesAndGoesIsTold() {
    JsonNode two = seats("\"0\":{\"id\":\"p1\",\"name\":\"Ana\"},\"1\":{\"id\":\"p2\",\"name\":\"Beto\"}");
    JsonNode one = seats("\"0\":{\"id\":\"p1\",\"name\":\"Ana\"}");
    JsonNode other = seats("\"0\":{\"id\":\"p1\",\"name\":\"Ana\"},\"1\":{\"id\":\"p3\",\"name\":\"Caro\"}");
    assertThat(lines(one, two)).containsExactly("Beto took seat 1.");
    assertThat(lines(two, one)).containsExactly("Beto left seat 1.");
    assertThat(lines(two, other)).containsExactly("Beto left seat 1.", "Caro took seat 1.");
    assertThat(new RoomNews(one, two, "p2").lines()).containsExactly("You took seat 1.");
  }

  @Test
  void aLostConnectionAndItsReturnAreTold() {
    JsonNode here = seats("\"1\":{\"id\":\"p2\",\"name\":\"Beto\",\"connected\":true}");
    JsonNode away = seats("\"1\":{\"id\":\"p2\",\"name\":\"Beto\",\"connected\":false}");
    assertThat(lines(here, away)).containsExactly("Beto lost the connection.");
    assertThat(lines(away, here)).containsExactly("Beto is back.");
    assertThat(new RoomNews(away, here, "p2").lines()).containsExactly("You are back.");
  }

  @Test
  void readinessIsToldOnceAndNotWhenItEnds() {
    JsonNode not = seats("\"0\":{\"id\":\"p1\",\"name\":\"Ana\"},\"1\":{\"id\":\"p2\",\"name\":\"Beto\"}");
    JsonNode both = seats("\"0\":{\"id\":\"p1\",\"name\":\"Ana\",\"ready\":true},"
        + "\"1\":{\"id\":\"p2\",\"name\":\"Beto\",\"ready\":true}");
    assertThat(lines(not, both)).containsExactly("You are ready.", "Beto is ready.");
    assertThat(lines(both, both)).isEmpty();
    assertThat(lines(both, not)).isEmpty();
  }

  @Test
  void theNewHostIsNamed() {
    JsonNode ana = Samples.json("{\"host\":\"p1\",\"seats\":{\"1\":{\"id\":\"p2\",\"name\":\"Beto\"}}}");
    JsonNode beto = Samples.json("{\"host\":\"p2\",\"seats\":{\"1\":{\"id\":\"p2\",\"name\":\"Beto\"}}}");
    JsonNode watcher = Samples.json("{\"host\":\"p9\",\"seats\":{\"1\":{\"id\":\"p2\",\"name\":\"Beto\"}}}");
    assertThat(lines(ana, beto)).containsExactly("Beto is the host now.");
    assertThat(lines(beto, ana)).containsExactly("You are the host now.");
    assertThat(lines(ana, watcher)).containsExactly("One who watches is the host now.");
  }

  @Test
  void whatTheHostChangesIsTold() {
    JsonNode before = Samples.json("{\"settings\":{\"turnSeconds\":30},\"locked\":false,\"size\":2}");
    JsonNode after = Samples.json("{\"settings\":{\"bankSeconds\":60},\"locked\":true,\"size\":2}");
    assertThat(lines(before, after)).containsExactly("The host changed settings: bankSeconds 60",
        "The host changed locked: true");
  }

  @Test
  void aNewBoardHandTurnOrPhaseIsAtTheTable() {
    assertThat(new RoomNews(Samples.playing(0, ""), Samples.playing(0, "0"), "p1").atTheTable()).isTrue();
    assertThat(new RoomNews(Samples.playing(0, ""), Samples.playing(1, ""), "p1").atTheTable()).isTrue();
    assertThat(new RoomNews(Samples.room("lobby", ""), Samples.room("playing", ""), "p1").atTheTable())
        .isTrue();
    assertThat(new RoomNews(Samples.json("{\"me\":{\"a\":1}}"), Samples.json("{\"me\":{\"a\":2}}"), "p1")
        .atTheTable()).isTrue();
  }

  private static List<String> lines(JsonNode before, JsonNode after) {
    return new RoomNews(before, after, "p1").lines();
  }

  private static JsonNode seats(String seats) {
    return Samples.json("{\"host\":\"p1\",\"seats\":{" + seats + "}}");
  }
}
