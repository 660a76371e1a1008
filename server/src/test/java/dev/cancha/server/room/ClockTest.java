package dev.cancha.server.room;

import static dev.cancha.server.room.Scene.changed;
import static dev.cancha.server.room.Scene.clocks;
import static dev.cancha.server.room.Scene.refused;
import static dev.cancha.server.room.Scene.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Phase;
import dev.cancha.server.room.Outcome.Changed;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Clocks: a bank for each seat, or a limit for each turn. */
class ClockTest {
  private static Scene banks(int increment) {
    return Scene.of(new ConnectFour(), clocks(null, 60, increment)).after(500).playing("Ana", "Beto");
  }

  private static Scene turns() {
    return Scene.of(new ConnectFour(), clocks(20, null, null)).after(500).playing("Ana", "Beto");
  }

  private static void clock(Scene scene, long time, Map<Integer, Long> millis) {
    SortedMap<Integer, Long> shown = scene.doc().clock();
    assertThat(shown).isEqualTo(millis);
    assertThat(scene.doc().time()).isEqualTo(time);
  }

  @Test
  void aRoomWithoutClocksShowsNone() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");

    assertThat(scene.doc().clock()).isNull();
    assertThat(scene.doc().time()).isNull();
    assertThat(scene.room.deadline(scene.state)).isEmpty();
  }

  @Test
  void anActWithoutClocksLeavesTheDeadlineAndALostPlayerDoesNot() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");
    RoomState before = scene.state;
    changed(scene.act("Ana", 1, "{\"column\":0}"));
    assertThat(Deadline.same(before, scene.state)).isTrue();

    RoomState acted = scene.state;
    changed(scene.lose("Beto"));
    assertThat(Deadline.same(acted, scene.state)).isFalse();
  }

  @Test
  void everySeatHasItsBankAndTheOneInTurnRuns() {
    Scene scene = banks(0);
    clock(scene, 0, Map.of(0, 60_000L, 1, 60_000L));
    assertThat(scene.deadline()).isEqualTo(60_500);

    changed(scene.after(10_000).act("Ana", 1, "{\"column\":0}"));
    clock(scene, 10_000, Map.of(0, 50_000L, 1, 60_000L));
    assertThat(scene.deadline()).isEqualTo(70_500);

    changed(scene.after(2_500).act("Beto", 1, "{\"column\":0}"));
    clock(scene, 12_500, Map.of(0, 50_000L, 1, 57_500L));
    assertThat(scene.deadline()).isEqualTo(63_000);
  }

  @Test
  void theIncrementComesBackWithEachOwnAct() {
    Scene scene = banks(3);

    changed(scene.after(10_000).act("Ana", 1, "{\"column\":0}"));
    clock(scene, 10_000, Map.of(0, 53_000L, 1, 60_000L));

    changed(scene.after(1_000).act("Beto", 1, "{\"column\":0}"));
    clock(scene, 11_000, Map.of(0, 53_000L, 1, 62_000L));
  }

  @Test
  void anActThatIsRefusedGivesNoIncrementAndStopsNoClock() {
    Scene scene = banks(3);

    refused(scene.after(10_000).act("Ana", 1, "{\"column\":9}"), ErrorCode.ILLEGAL_ACTION);

    clock(scene, 0, Map.of(0, 60_000L, 1, 60_000L));
    assertThat(scene.deadline()).isEqualTo(60_500);
  }

  @Test
  void aTurnsLimitIsOfTheSeatInTurnAndBeginsAnewWithEachTurn() {
    Scene scene = turns();
    clock(scene, 0, Map.of(0, 20_000L));

    changed(scene.after(15_000).act("Ana", 1, "{\"column\":0}"));
    clock(scene, 15_000, Map.of(1, 20_000L));
    assertThat(scene.deadline()).isEqualTo(35_500);
  }

  @Test
  void whereAllAreInTurnAnActRenewsOnlyTheOwnLimit() {
    Scene scene = Scene.of(new Pool(), clocks(20, null, null)).playing("Ana", "Beto", "Caro");
    clock(scene, 0, Map.of(0, 20_000L, 1, 20_000L, 2, 20_000L));

    changed(scene.after(5_000).act("Beto", 1, "{\"take\":1}"));

    clock(scene, 5_000, Map.of(0, 15_000L, 1, 20_000L, 2, 15_000L));
    assertThat(scene.deadline()).isEqualTo(20_000);
  }

  @Test
  void whoseClockRunsOutIsTreatedAsOneWhoResigned() {
    Scene scene = banks(0);

    unchanged(scene.after(59_999).elapsed());
    assertThat(scene.deadline()).isEqualTo(scene.at + 1);
    Changed out = scene.atDeadline();

    assertThat(out.state().phase()).isEqualTo(Phase.OVER);
    assertThat(scene.doc().result().reason()).isEqualTo("clock");
    assertThat(scene.doc().result().ranks()).containsEntry(0, 2).containsEntry(1, 1);
    assertThat(scene.doc().clock()).isNull();
    assertThat(scene.doc().time()).isNull();
    assertThat(scene.room.deadline(scene.state)).isEmpty();
  }

  @Test
  void aMatchOfMoreGoesOnWithoutTheOneWhoseClockRanOut() {
    Scene scene = Scene.of(new Pool(), clocks(20, null, null)).playing("Ana", "Beto", "Caro");
    changed(scene.after(5_000).act("Beto", 1, "{\"take\":1}"));
    changed(scene.act("Caro", 1, "{\"take\":1}"));

    scene.atDeadline();

    assertThat(scene.doc().phase()).isEqualTo(Phase.PLAYING);
    assertThat(scene.doc().turn()).containsExactly(1, 2);
    clock(scene, 20_000, Map.of(1, 5_000L, 2, 5_000L));
  }

  @Test
  void allWhoseClocksRunOutTogetherAreOutInOneStep() {
    Scene scene = Scene.of(new Pool(), clocks(20, null, null)).playing("Ana", "Beto", "Caro");

    Changed out = scene.atDeadline();

    assertThat(out.events()).hasSize(2);
    assertThat(scene.doc().phase()).isEqualTo(Phase.OVER);
    assertThat(scene.doc().result().reason()).isEqualTo("clock");
    assertThat(scene.doc().result().ranks()).containsEntry(2, 1);
  }

  @Test
  void aClockThatRanOutShowsZeroHoweverLateThatIsSeen() {
    Scene scene = Scene.of(new Dudo(), clocks(null, 60, null)).playing("Ana", "Beto", "Caro");
    int mover = scene.doc().turn().getFirst();

    changed(scene.after(65_000).elapsed());

    assertThat(scene.doc().phase()).isEqualTo(Phase.PLAYING);
    assertThat(scene.doc().clock()).containsEntry(mover, 0L).hasSize(3);
  }

  @Test
  void clocksRunOnWhileTheirPlayerIsAway() {
    Scene scene = banks(0);
    changed(scene.after(1_000).lose("Ana"));
    clock(scene, 1_000, Map.of(0, 59_000L, 1, 60_000L));

    scene.atDeadline();

    assertThat(scene.at).isEqualTo(60_500);
    assertThat(scene.doc().result().reason()).isEqualTo("clock");
  }

  @Test
  void whatShowsNothingReadsNoClock() {
    Scene scene = banks(0);
    long rev = scene.state.rev();

    changed(scene.after(7_000).watch("Caro"));

    assertThat(scene.state.rev()).isEqualTo(rev);
    clock(scene, 0, Map.of(0, 60_000L, 1, 60_000L));
    assertThat(scene.deadline()).as("the clock runs all the same").isEqualTo(60_500);
  }

  @Test
  void everyStepThatShowsSomethingWritesClockAndTime() {
    Scene scene = banks(0);

    changed(scene.after(7_000).lose("Beto"));
    clock(scene, 7_000, Map.of(0, 53_000L, 1, 60_000L));
    changed(scene.after(3_000).back("Beto"));
    clock(scene, 10_000, Map.of(0, 50_000L, 1, 60_000L));
  }

  @Test
  void theMatchTimeRunsFromItsStartAndStandsOnceItIsOver() {
    Scene scene = banks(0);
    assertThat(scene.state.matchTime(600)).isEqualTo(100);

    changed(scene.after(4_000).resign("Ana"));

    assertThat(scene.state.matchTime(scene.at + 90_000)).isEqualTo(4_000);
  }

  @Test
  void theNextMatchBeginsWithFullClocks() {
    Scene scene = banks(0);
    changed(scene.after(30_000).resign("Ana"));
    changed(scene.rematch("Ana"));
    changed(scene.after(100_000).rematch("Beto"));

    clock(scene, 0, Map.of(0, 60_000L, 1, 60_000L));
    assertThat(scene.deadline()).isEqualTo(scene.at + 60_000);
  }
}
