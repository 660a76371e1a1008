package dev.cancha.common.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.message.Json;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergePatchTest {
  sealed interface Stage {}

  record Lobby(int players) implements Stage {}

  record Playing(String match, List<Integer> turn) implements Stage {}

  record Over() implements Stage {}

  record Seat(String name, @Nullable Boolean ready) {}

  record Board(SortedMap<Integer, String> columns, @Nullable Integer last) {}

  record OtherBoard(SortedMap<Integer, String> columns, boolean dark) {}

  record Room(Stage stage, SortedMap<Integer, Seat> seats, @Nullable Object view, Json options) {}

  private static final Board BOARD = new Board(columns("0", "", "01"), 2);
  private static final Room ROOM = new Room(new Lobby(1), new TreeMap<>(Map.of(0, new Seat("Ana", null))),
      BOARD,
      json("{'a':1,'b':{'c':[1],'d':2}}"));

  private static SortedMap<Integer, String> columns(String... columns) {
    SortedMap<Integer, String> map = new TreeMap<>();
    for (String column : columns) {
      map.put(map.size(), column);
    }
    return map;
  }

  private static Json json(String text) {
    return Json.ofChecked(text.replace('\'', '"'));
  }

  private static void changes(Record before, Record after, String patch) {
    assertThat(MergePatch.between(before, after)).isEqualTo(json(patch));
  }

  private static Room viewing(@Nullable Object view) {
    return new Room(ROOM.stage, ROOM.seats, view, ROOM.options);
  }

  @Test
  void equalRecordsHaveAnEmptyPatch() {
    changes(ROOM, ROOM, "{}");
    changes(ROOM, viewing(new Board(columns("0", "", "01"), 2)), "{}");
  }

  @Test
  void onlyTheMembersThatDifferStandInThePatch() {
    changes(ROOM, viewing(new Board(columns("0", "1", "01"), 1)), "{'view':{'columns':{'1':'1'},'last':1}}");
  }

  @Test
  void whatBecameAbsentIsDeleted() {
    changes(BOARD, new Board(columns("0"), null), "{'columns':{'1':null,'2':null},'last':null}");
    changes(ROOM, viewing(null), "{'view':null}");
  }

  @Test
  void whatAppearedIsWrittenWhole() {
    changes(viewing(null), ROOM, "{'view':{'columns':{'0':'0','1':'','2':'01'},'last':2}}");
    changes(new Board(columns("0"), null), new Board(columns("0", "1"), null), "{'columns':{'1':'1'}}");
  }

  @Test
  void keysAreComparedWhereverTheyStand() {
    Board before = new Board(new TreeMap<>(Map.of(1, "a", 3, "b", 10, "c")), null);
    Board after = new Board(new TreeMap<>(Map.of(0, "z", 3, "x", 10, "c", 11, "y")), null);
    changes(before, after, "{'columns':{'0':'z','1':null,'3':'x','11':'y'}}");
  }

  @Test
  void anArrayIsReplacedWhole() {
    changes(new Playing("m", List.of(0, 1)), new Playing("m", List.of(0)), "{'playing':{'turn':[0]}}");
  }

  @Test
  void anotherVariantDeletesTheOldMember() {
    changes(new Lobby(2), new Playing("m", List.of()), "{'lobby':null,'playing':{'match':'m','turn':[]}}");
    changes(new Lobby(2), new Lobby(3), "{'lobby':3}");
    changes(new Playing("m", List.of()), new Over(), "{'playing':null,'over':{}}");
    changes(ROOM, new Room(new Over(), ROOM.seats, BOARD, ROOM.options),
        "{'stage':{'lobby':null,'over':{}}}");
  }

  @Test
  void anotherClassDeletesTheMembersThatVanishedAndKeepsThoseThatAreEqual() {
    changes(ROOM, viewing(new OtherBoard(columns("0", "", "0"), true)),
        "{'view':{'columns':{'2':'0'},'dark':true,'last':null}}");
    changes(ROOM, viewing(new Over()), "{'view':{'over':{},'columns':null,'last':null}}");
    changes(viewing(new Lobby(1)), viewing("none"), "{'view':'none'}");
    changes(viewing(1), viewing(1L), "{}");
  }

  @Test
  void rawObjectsAreComparedByTheirMembers() {
    changes(ROOM, new Room(ROOM.stage, ROOM.seats, BOARD, json("{'b':{'c':[2],'d':2},'e':'x'}")),
        "{'options':{'b':{'c':[2]},'e':'x','a':null}}");
    changes(ROOM, new Room(ROOM.stage, ROOM.seats, BOARD, json("[1]")), "{'options':[1]}");
  }

  @Test
  void aComponentThatIsNullUndeclaredIsRefused() {
    assertThatThrownBy(() -> MergePatch.between(new Seat("a", true), new Seat(null, true)))
        .hasMessageContaining("'name'");
  }

  @Test
  void aMemberIsSplicedIntoAnObject() {
    assertThat(MergePatch.with(json("{'a':1}"), "me", json("{'b':[]}")))
        .isEqualTo(json("{'a':1,'me':{'b':[]}}"));
    assertThat(MergePatch.with(json("{}"), "me", json("2"))).isEqualTo(json("{'me':2}"));
    assertThat(MergePatch.with(json("{}"), "\"ü", json("2"))).isEqualTo(Json.ofChecked("{\"\\\"ü\":2}"));
    assertThatThrownBy(() -> MergePatch.with(json("[]"), "me", json("2"))).hasMessageContaining("'me'");
  }

  @Test
  void theChangeOfOneSeatIsAddedToThePatchOfAll() {
    Json all = json("{'turn':[1]}");
    Seat ready = new Seat("a", true);
    assertThat(MergePatch.with(all, "me", new Seat("a", null), ready))
        .isEqualTo(json("{'turn':[1],'me':{'ready':true}}"));
    assertThat(MergePatch.with(all, "me", null, ready))
        .isEqualTo(json("{'turn':[1],'me':{'name':'a','ready':true}}"));
    assertThat(MergePatch.with(all, "me", ready, null)).isEqualTo(json("{'turn':[1],'me':null}"));
  }

  @Test
  void aSeatWithoutAChangeSharesThePatchOfAll() {
    Json all = json("{'turn':[1]}");
    assertThat(MergePatch.with(all, "me", BOARD, new Board(BOARD.columns, 2))).isSameAs(all);
    assertThat(MergePatch.with(all, "me", null, null)).isSameAs(all);
  }
}
