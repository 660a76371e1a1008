package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.games.Race.Heading;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.room.Inscription;
import dev.cancha.server.room.RoomInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A room that ticks and need not wait for the disk. A tick is 50 ms. */
class RelaxedRoomTest {
  private final Disk disk = new Disk();
  private final TickStage stage = new TickStage(disk, TickStage.PLAIN, Durability.RELAXED).start();
  private final TickGuest ana = stage.ana;
  private final TickGuest beto = stage.beto;

  @BeforeEach
  void thisFails() {
    Stage.logged(false);
  }

  @AfterEach
  void everyoneIsAnswered() {
    Stage.logged(true);
    assertThat(ana.open + beto.open).isZero();
  }

  @Test
  void ticksAreShownWhileTheDiskIsLate() {
    disk.late = true;
    ana.ask(TickStage.turn(1, Heading.ON));
    stage.pass(500);

    assertThat(ana.heard()).hasSize(10).last().asString().contains("\"at\":10");
    assertThat(disk.held).isNotEmpty();
  }

  @Test
  void neverMoreThanASecondIsShownThatIsNotOnDisk() {
    disk.late = true;
    ana.ask(TickStage.turn(1, Heading.ON));
    stage.pass(5_000);
    assertThat(ana.heard()).hasSize(20).last().asString().contains("\"at\":20");

    disk.store();
    stage.settle();
    assertThat(ana.heard()).as("what waited").hasSizeGreaterThan(70);
    disk.late = false;
    disk.store();
    stage.settle();
    stage.pass(50);
  }

  @Test
  void ticksWithoutInputsAreOneEntry() {
    int before = disk.entries.size();
    stage.pass(50 * 20);

    assertThat(disk.entries.size() - before).isEqualTo(2);
    assertThat(disk.entries.getLast().span()).isEqualTo(9);
    assertThat(disk.input(before)).isEqualTo(new RoomInput.Tick(50, List.of()));
    assertThat(disk.input(before + 1)).isEqualTo(new RoomInput.Tick(500, List.of()));

    ana.ask(TickStage.turn(1, Heading.ON));
    stage.pass(50);
    assertThat(disk.entries).as("what waited for more idle ticks, and the act").hasSize(before + 4);
    assertThat(new String(disk.entries.getLast().patch(), StandardCharsets.UTF_8)).contains("\"at\":1");
  }

  @Test
  void thePatchesOfARunStandOneAfterTheOther() {
    ana.ask(TickStage.turn(1, Heading.ON));
    stage.pass(1_000);

    assertThat(new String(disk.entries.getLast().patch(), StandardCharsets.UTF_8))
        .matches("(\\{\"view\":\\{\"runners\":\\{\"0\":\\{\"at\":\\d+}}}}){9}");
  }

  @Test
  void aDiskThatFailsBringsTheRoomBackUnderRevisionsThatNobodySaw() {
    disk.late = true;
    ana.ask(TickStage.turn(1, Heading.ON));
    stage.pass(500);
    List<String> shown = ana.heard();
    assertThat(shown).last().asString().contains("\"rev\":14");

    disk.late = false;
    disk.fail();
    stage.settle();
    assertThat(ana.heard()).as("nothing of a room that may go back").isEmpty();
    TickGuest again = beto.again();
    beto.gone = true;
    again.attach(14);
    stage.pass(1_100);
    assertThat(again.heard()).as("the whole room, behind welcome")
        .singleElement()
        .asString()
        .startsWith("resumed [{\"type\":\"room\",\"rev\":69,");
    assertThat(ana.heard()).first().asString().startsWith("room 69 ");
  }

  @Test
  void afterAFailureNothingIsShownUntilTheRoomIsBeyondWhatWasShown() {
    disk.late = true;
    ana.ask(TickStage.turn(1, Heading.ON));
    stage.pass(500);
    ana.heard();
    beto.heard();
    disk.fail();
    stage.settle();
    beto.ask(new dev.cancha.common.message.ClientMessage.Sync(5));
    assertThat(beto.heard()).containsExactly("refused re 5 INTERNAL");
    stage.pass(1_500);
    assertThat(disk.held).as("what brings it beyond").isNotEmpty();
    assertThat(ana.heard()).isEmpty();

    disk.late = false;
    disk.store();
    stage.settle();
    assertThat(ana.heard()).singleElement().asString().startsWith("room 69 ");
    assertThat(beto.heard()).first().asString().startsWith("room 69 ");
    ana.ask(TickStage.turn(2, Heading.ON));
    stage.pass(1_100);
    assertThat(ana.heard()).last().asString().contains("\"at\":");
  }

  @Test
  void nobodyEntersARoomThatEndsAsItGoesOn() {
    Disk failing = new Disk();
    failing.late = true;
    TickStage empty = new TickStage(failing, TickStage.PLAIN, Durability.RELAXED);
    empty.ana.enter(false);
    assertThat(empty.ana.heard()).first().asString().startsWith("entered ");
    failing.fail();
    failing.late = false;
    empty.settle();

    empty.beto.enter(false);

    assertThat(empty.beto.heard()).containsExactly("refused re 9 NO_SUCH_ROOM");
    assertThat(empty.ana.heard()).last().asString().startsWith("left CLOSED");
    assertThat(empty.closed).isTrue();
  }

  @Test
  void whoCameInByWhatIsLostIsNotHereWhenItComesBack() {
    Disk failing = new Disk();
    failing.late = true;
    TickStage empty = new TickStage(failing, TickStage.PLAIN, Durability.RELAXED);
    empty.ana.enter(false);
    TickGuest again = empty.ana.again();
    empty.ana.lose();
    failing.fail();
    empty.settle();

    again.attach(1);

    assertThat(again.heard()).containsExactly("not here");
    assertThat(again.open).isZero();
  }

  @Test
  void aRoomThatIsClosedStaysClosedWhateverTheDiskDoes() {
    Disk failing = new Disk();
    failing.late = true;
    TickStage empty = new TickStage(failing, TickStage.PLAIN, Durability.RELAXED);
    empty.ana.enter(false);
    empty.ana.ask(new dev.cancha.common.message.ClientMessage.Leave(2));
    assertThat(empty.closed).isTrue();
    int appended = failing.entries.size();
    failing.fail();
    empty.pass(3_000);

    assertThat(failing.entries).hasSize(appended);
    assertThat(empty.ana.open).isZero();
  }

  /** Keeps what it is given, when the test says so; it is done in order. */
  private static final class Disk extends TestingJournal implements dev.cancha.server.journal.Journal.Log {
    final List<Entry> entries = new ArrayList<>();
    final Deque<Receipt> held = new ArrayDeque<>();
    boolean late;

    @Override
    public Log create(String room, Supplier<Opening> opening) {
      return this;
    }

    @Override
    public long epoch() {
      return 1;
    }

    RoomInput input(int index) {
      return Inscription.read(entries.get(index).input().get()).input();
    }

    @Override
    public void append(Entry entry, Receipt receipt) {
      entries.add(entry);
      if (late) {
        held.add(receipt);
      } else {
        receipt.durable();
      }
    }

    void store() {
      while (!held.isEmpty()) {
        held.removeFirst().durable();
      }
    }

    void fail() {
      List<Receipt> lost = List.copyOf(held);
      held.clear();
      lost.forEach(receipt -> receipt.failed(new IllegalStateException("the disk is full")));
    }

    @Override
    public void finish(Entry last, Supplier<FinishedMatch> match, Receipt receipt) {
      append(last, receipt);
    }

    @Override
    public void snapshot(long position, long base, Supplier<State> state) {
      // nothing is folded
    }

    @Override
    public void setAside(String reason) {
      throw new AssertionError("set aside: " + reason);
    }

    @Override
    public void close() {
      // nothing to let go
    }
  }
}
