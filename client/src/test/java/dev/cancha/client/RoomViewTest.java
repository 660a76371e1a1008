package dev.cancha.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Who may act, as the document of a room tells it. */
class RoomViewTest {
  @Test
  void inATurnBasedGameTheSeatsInTurnMayAct() {
    RoomView view = view(1, "{\"phase\":\"playing\",\"seats\":{\"0\":{},\"1\":{}},\"turn\":[1]}");
    assertThat(view.inTurn(0)).isFalse();
    assertThat(view.myTurn()).isTrue();
  }

  @Test
  void inAGameThatTicksEveryoneWhoPlaysMayAct() {
    RoomView view = view(1, "{\"phase\":\"playing\",\"seats\":{\"0\":{},\"1\":{}}}");
    assertThat(view.inTurn(0)).isTrue();
    assertThat(view.inTurn(2)).isFalse();
    assertThat(view.myTurn()).isTrue();
    assertThat(view(null, "{\"phase\":\"playing\",\"seats\":{\"0\":{}}}").myTurn()).as("a spectator")
        .isFalse();
  }

  @Test
  void outsideAMatchNobodyMayAct() {
    assertThat(view(0, "{\"phase\":\"lobby\",\"seats\":{\"0\":{}}}").myTurn()).isFalse();
    assertThat(view(0, "{\"phase\":\"over\",\"seats\":{\"0\":{}}}").myTurn()).isFalse();
  }

  private static RoomView view(@Nullable Integer seat, String doc) {
    return new RoomView("KX3F", 1, JsonMapper.shared().readTree(doc), seat, List.of(), new TreeMap<>(),
        new MatchClock(0, 0));
  }
}
