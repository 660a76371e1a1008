package dev.cancha.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.journal.Journal.Depth;
import dev.cancha.server.journal.Journal.Recovered.Found;
import dev.cancha.server.journal.Journal.Snapshot;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rooms may rely on, whatever the store: of snapshots and their bases. */
public abstract class SnapshotContract {
  private StoreUnderTest store;
  private LoggedRoom room;

  /** An empty one. */
  protected abstract StoreUnderTest open();

  @BeforeEach
  void openStore() {
    store = open();
    room = LoggedRoom.create("a", store);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void aRoomIsFoldedFromItsLatestSnapshot() {
    room.append(1, 2, 3);
    room.snapshot(3, 0);
    room.append(4);
    store.settle();
    store.crash();
    Found found = room.reopen(Depth.SNAPSHOT);
    assertThat(found.from()).isNotNull().satisfies(snapshot -> isAt(snapshot, 3));
    assertThat(found.latest()).isEqualTo(found.from());
    assertThat(room.positions(found.entries())).containsExactly(4L);
  }

  @Test
  void aSnapshotInTheMiddleOfWhatWaitsDropsNothing() {
    room.append(1);
    store.settle();
    room.append(2);
    room.snapshot(2, 2);
    room.append(3, 4);
    store.settle();
    assertThat(room.stored(Depth.SNAPSHOT)).containsExactly(3L, 4L);
    room.append(5);
    store.settle();
    store.crash();
    assertThat(room.stored(Depth.SNAPSHOT)).containsExactly(3L, 4L, 5L);
  }

  @Test
  void withBaseZeroEverythingStaysFromTheOpeningOn() {
    room.append(1, 2, 3);
    room.snapshot(2, 0);
    room.snapshot(3, 0);
    store.settle();
    Found found = room.reopen(Depth.BASE);
    assertThat(found.from()).isNull();
    assertThat(found.latest()).isNotNull().satisfies(snapshot -> isAt(snapshot, 3));
    assertThat(room.positions(found.entries())).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aMatchStaysWholeFromTheBaseOn() {
    room.append(1, 2);
    room.snapshot(2, 2);
    store.settle();
    for (long position = 3; position <= 9; position++) {
      room.append(position);
      store.settle();
    }
    room.snapshot(6, 2);
    room.snapshot(9, 2);
    room.append(10);
    store.settle();
    store.crash();
    Found base = room.reopen(Depth.BASE);
    assertThat(base.from()).isNotNull().satisfies(snapshot -> isAt(snapshot, 2));
    assertThat(base.latest()).isNotNull().satisfies(snapshot -> isAt(snapshot, 9));
    assertThat(room.positions(base.entries())).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    assertThat(room.stored(Depth.SNAPSHOT)).containsExactly(10L);
  }

  @Test
  void aNewBaseLetsGoOfWhatStoodBeforeIt() {
    room.append(1, 2);
    store.settle();
    room.append(3, 4);
    room.snapshot(2, 2);
    room.snapshot(4, 4);
    store.settle();
    Found found = room.reopen(Depth.BASE);
    assertThat(found.from()).isNotNull().satisfies(snapshot -> isAt(snapshot, 4));
    assertThat(found.entries()).isEmpty();
    room.append(5);
    store.settle();
    store.crash();
    assertThat(room.stored(Depth.BASE)).containsExactly(5L);
  }

  @Test
  void aRoomWithNothingBehindItsSnapshotGoesOnAtTheRightPosition() {
    room.append(1, 2);
    room.snapshot(2, 2);
    store.settle();
    store.crash();
    assertThat(room.stored(Depth.SNAPSHOT)).isEmpty();
    room.append(2, 3);
    store.settle();
    assertThat(room.heard).endsWith("-2", "+3");
    assertThat(room.stored(Depth.SNAPSHOT)).containsExactly(3L);
  }

  @Test
  void aBaseWhoseSnapshotIsNotStoredIsNone() {
    room.append(1, 2, 3, 4);
    room.snapshot(4, 3);
    store.settle();
    Found found = room.reopen(Depth.BASE);
    assertThat(found.from()).isNull();
    assertThat(room.positions(found.entries())).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void aBaseNeverGoesBack() {
    room.append(1, 2, 3, 4);
    room.snapshot(3, 3);
    room.snapshot(4, 0);
    store.settle();
    Found found = room.reopen(Depth.BASE);
    assertThat(found.from()).isNotNull().satisfies(snapshot -> isAt(snapshot, 3));
    assertThat(room.positions(found.entries())).containsExactly(4L);
  }

  @Test
  void aSnapshotOfWhatIsNotStoredIsIgnored() {
    room.append(1);
    room.snapshot(2, 2);
    store.settle();
    assertThat(room.reopen(Depth.SNAPSHOT).from()).isNull();
  }

  @Test
  void aStateThatCannotBeEncodedHarmsNothing() {
    room.append(1);
    room.log.snapshot(1, 1, () -> {
      throw new IllegalStateException("a planted bug");
    });
    room.append(2);
    store.settle();
    assertThat(room.heard).containsExactly("+1", "+2");
    assertThat(room.stored(Depth.SNAPSHOT)).containsExactly(1L, 2L);
  }

  @Test
  void aFailedSnapshotLeavesTheOneOfBefore() {
    room.append(1);
    room.snapshot(1, 1);
    store.settle();
    room.append(2);
    store.settle();
    room.snapshot(2, 2);
    store.failNextCommit();
    store.settle();
    Found found = room.reopen(Depth.SNAPSHOT);
    assertThat(found.from()).isNotNull().satisfies(snapshot -> isAt(snapshot, 1));
    assertThat(room.positions(found.entries())).containsExactly(2L);
  }

  private static void isAt(Snapshot snapshot, long position) {
    assertThat(snapshot.position()).isEqualTo(position);
    assertThat(snapshot.state().bytes()).asString(StandardCharsets.UTF_8)
        .isEqualTo("state of a at " + position);
    assertThat(snapshot.state().hash()).isEqualTo("hash" + position);
  }
}
