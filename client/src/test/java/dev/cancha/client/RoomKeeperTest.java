package dev.cancha.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.client.RoomKeeper.Patched;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage.Chat;
import dev.cancha.common.message.ServerMessage.Patch;
import dev.cancha.common.message.ServerMessage.Room;
import dev.cancha.common.message.ServerMessage.Speaker;
import dev.cancha.common.message.ServerMessage.Spectator;
import dev.cancha.common.message.ServerMessage.You;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomKeeperTest {
  private static final String SEATS = "\"seats\":{\"0\":{\"id\":\"p8\"},\"1\":{\"id\":\"p7\"}}";

  private final RoomKeeper keeper = new RoomKeeper();

  @BeforeEach
  void enter() {
    keeper.player("p7");
    keeper.replace(room("KX3F", 5, List.of()), 0);
  }

  private static Room room(String code, long rev, List<Chat> chat) {
    Json doc = Json.ofChecked("{\"code\":\"" + code + "\",\"game\":\"dudo\",\"match\":\"m1\"," + SEATS
        + ",\"view\":{\"bid\":{\"count\":3}},\"me\":{\"dice\":[1,2]}}");
    return new Room(null, rev, 1_000, doc, new You(1, 0), chat);
  }

  private static Chat chat(long n) {
    return new Chat(n, new Speaker("p9", "Caro", null), "hola " + n, 7);
  }

  private Patched apply(long rev, String patch) {
    return keeper.apply(new Patch(rev, null, Json.ofChecked(patch), null), 0);
  }

  @Test
  void aPatchAppliesAtTheNextRevisionOnly() {
    assertThat(apply(4, "{\"x\":4}")).isEqualTo(Patched.OLD);
    assertThat(apply(5, "{\"x\":5}")).isEqualTo(Patched.OLD);
    assertThat(apply(7, "{\"x\":7}")).isEqualTo(Patched.GAP);
    assertThat(keeper.view().rev()).isEqualTo(5);
    assertThat(apply(6, "{\"x\":6}")).isEqualTo(Patched.APPLIED);
    assertThat(keeper.view().rev()).isEqualTo(6);
    assertThat(keeper.view().doc().path("x").asInt(0)).isEqualTo(6);
  }

  @Test
  void nullDeletesAndObjectsMerge() {
    apply(6, "{\"view\":{\"bid\":null,\"round\":2}}");
    assertThat(keeper.view().view()).hasToString("{\"round\":2}");
    assertThat(keeper.view().me()).hasToString("{\"dice\":[1,2]}");
  }

  @Test
  void anEarlierViewStaysAsItWas() {
    RoomView before = keeper.view();
    apply(6, "{\"view\":{\"bid\":{\"count\":4}}}");
    assertThat(before.view()).hasToString("{\"bid\":{\"count\":3}}");
    assertThat(keeper.view().view()).hasToString("{\"bid\":{\"count\":4}}");
  }

  @Test
  void theSeatIsTheOneWithThePlayersId() {
    assertThat(keeper.view().seat()).isEqualTo(1);
    apply(6, "{\"turn\":[1]}");
    assertThat(keeper.view().myTurn()).isTrue();
    apply(7, "{\"seats\":{\"1\":null}}");
    assertThat(keeper.view().seat()).isNull();
    assertThat(keeper.view().myTurn()).isFalse();
  }

  @Test
  void aNewCodeIsTheRoomsCode() {
    apply(6, "{\"code\":\"KX3F9ABC\"}");
    assertThat(keeper.view().code()).isEqualTo("KX3F9ABC");
  }

  @Test
  void nothingAppliesInNoRoom() {
    keeper.clear();
    assertThat(apply(6, "{}")).isEqualTo(Patched.OLD);
    assertThat(keeper.heard(chat(1))).isFalse();
    assertThat(keeper.watchedBy(new TreeMap<>())).isNull();
  }

  @Test
  void fiftyMessagesOfChatAreKept() {
    for (int n = 1; n <= 60; n++) {
      assertThat(keeper.heard(chat(n))).isTrue();
      assertThat(keeper.heard(chat(n))).isFalse();
    }
    assertThat(keeper.view().chat()).hasSize(50).first().isEqualTo(chat(11));
  }

  @Test
  void theHistoryOfAnotherRoomIsNoNews() {
    assertThat(keeper.replace(room("ZZZZ", 9, List.of(chat(1), chat(2))), 0)).isEmpty();
    assertThat(keeper.replace(room("ZZZZ", 10, List.of(chat(2), chat(3))), 0)).containsExactly(chat(3));
  }

  @Test
  void spectatorsStayWithTheirRoom() {
    TreeMap<String, Spectator> caro = new TreeMap<>();
    caro.put("p9", new Spectator("Caro"));
    keeper.watchedBy(caro);
    keeper.replace(room("KX3F", 8, List.of()), 0);
    assertThat(keeper.view().spectators()).containsOnlyKeys("p9");
    keeper.replace(room("ZZZZ", 1, List.of()), 0);
    assertThat(keeper.view().spectators()).isEmpty();
  }

  @Test
  void theTimeOfTheMatchRunsOnFromTheRoom() {
    assertThat(keeper.view().clock().millisAt(2_500_000_000L)).isEqualTo(3_500);
    keeper.apply(new Patch(6, null, Json.ofChecked("{\"time\":99}"), null), 1_000_000_000L);
    assertThat(keeper.view().clock().millisAt(2_500_000_000L)).isEqualTo(3_500);
    keeper.apply(new Patch(7, null, Json.ofChecked("{\"match\":\"m2\",\"time\":0}"), null), 2_000_000_000L);
    assertThat(keeper.view().clock().millisAt(2_500_000_000L)).isEqualTo(500);
  }
}
