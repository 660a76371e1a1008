package dev.cancha.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.server.journal.Journal.Depth;
import dev.cancha.server.journal.Journal.Entry;
import dev.cancha.server.journal.Journal.Recovered.Found;
import dev.cancha.server.journal.Journal.StoredEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rooms may rely on, whatever the store: of inputs, owners and snapshots. */
public abstract class JournalContract {
  private StoreUnderTest store;

  /** An empty one. */
  protected abstract StoreUnderTest open();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void whatWasAppendedIsReadAgainInOrder() {
    LoggedRoom room = LoggedRoom.create("a", store).append(1, 2);
    store.settle();
    room.append(3);
    store.settle();
    store.crash();
    Found found = room.reopen(Depth.SNAPSHOT);
    assertThat(room.positions(found.entries())).containsExactly(1L, 2L, 3L);
    assertThat(found.from()).isNull();
    assertThat(found.latest()).isNull();
    assertThat(found.opening()).usingRecursiveComparison().isEqualTo(LoggedRoom.opening("a"));
  }

  @Test
  void nothingIsDurableBeforeItsCommit() {
    LoggedRoom room = LoggedRoom.create("a", store).append(1);
    store.settle();
    room.append(2);
    assertThat(room.heard).containsExactly("+1");
    assertThat(store.journal().waiting()).isEqualTo(1);
    store.crash();
    assertThat(room.heard).containsExactly("+1");
    assertThat(room.stored(Depth.SNAPSHOT)).containsExactly(1L);
  }

  @Test
  void whatWaitsTogetherIsOneCommit() {
    int before = store.commits();
    for (String id : List.of("a", "b", "c")) {
      LoggedRoom.create(id, store).append(1, 2, 3);
    }
    store.settle();
    assertThat(store.commits() - before).isEqualTo(1);
    assertThat(store.journal().waiting()).isZero();
  }

  @Test
  void receiptsComeInTheOrderOfTheAppends() {
    List<String> heard = new ArrayList<>();
    LoggedRoom a = LoggedRoom.create("a", store, heard);
    LoggedRoom b = LoggedRoom.create("b", store, heard);
    a.append(1);
    b.append(1);
    a.append(2, 3);
    b.append(2);
    store.settle();
    assertThat(heard).containsExactly("+1", "+1", "+2", "+3", "+2");
  }

  @Test
  void aRoomThatNobodyEnteredLeavesNothing() {
    int before = store.commits();
    LoggedRoom room = LoggedRoom.create("a", store);
    store.settle();
    room.log.close();
    store.settle();
    assertThat(store.commits()).isEqualTo(before);
    assertThat(rooms()).isEmpty();
  }

  @Test
  void openRoomsAreListedOldestFirst() {
    for (String id : List.of("c", "a", "b")) {
      LoggedRoom.create(id, store).append(1);
      store.settle();
    }
    assertThat(rooms()).containsExactly("c", "a", "b");
    store.crash();
    assertThat(rooms()).containsExactly("c", "a", "b");
  }

  @Test
  void manyRoomsAreReadInOneGo() {
    List<LoggedRoom> all = IntStream.range(0, 500).mapToObj(n -> LoggedRoom.create("r" + n, store)).toList();
    for (long position = 1; position <= 5; position++) {
      for (LoggedRoom room : all) {
        room.append(position);
      }
      store.settle();
    }
    store.crash();
    var stage = store.journal().reopen(rooms(), Depth.SNAPSHOT).toCompletableFuture();
    store.settle();
    assertThat(stage.join()).hasSize(500).allSatisfy(room -> assertThat(((Found) room).entries()).hasSize(5));
  }

  @Test
  void aRoomThatIsNotKnownIsLeftOut() {
    LoggedRoom.create("a", store).append(1);
    var stage = store.journal().reopen(List.of("x", "a"), Depth.SNAPSHOT).toCompletableFuture();
    store.settle();
    assertThat(stage.join()).singleElement().satisfies(room -> assertThat(room.room()).isEqualTo("a"));
  }

  @Test
  void whoTakesARoomOverFencesItsOwnerOfBefore() {
    LoggedRoom old = LoggedRoom.create("a", store).append(1);
    store.settle();
    var before = old.log;
    LoggedRoom owner = LoggedRoom.create("other", store);
    var stage = store.journal().reopen(List.of("a"), Depth.SNAPSHOT).toCompletableFuture();
    before.append(old.entry(2), old.receipt(2));
    store.settle();
    assertThat(old.heard).containsExactly("+1", "fenced2");
    var now = ((Found) stage.join().getFirst()).log();
    assertThat(now.epoch()).isGreaterThan(before.epoch());
    now.append(old.entry(2), owner.receipt(2));
    before.append(old.entry(3), old.receipt(3));
    before.close();
    store.settle();
    assertThat(owner.heard).containsExactly("+2");
    assertThat(old.heard).endsWith("fenced3");
    assertThat(old.stored(Depth.SNAPSHOT)).containsExactly(1L, 2L);
  }

  @Test
  void whatTheOwnerOfBeforeHadAppendedIsSettledFirst() {
    LoggedRoom room = LoggedRoom.create("a", store).append(1);
    store.settle();
    room.append(2);
    assertThat(room.stored(Depth.SNAPSHOT)).containsExactly(1L, 2L);
    assertThat(room.heard).containsExactly("+1", "+2");
  }

  @Test
  void epochsRiseFromProcessToProcess() {
    LoggedRoom room = LoggedRoom.create("a", store).append(1);
    store.settle();
    assertThat(room.log.epoch()).isEqualTo(1);
    store.crash();
    long second = room.reopen(Depth.SNAPSHOT).log().epoch();
    room.append(2);
    store.settle();
    store.crash();
    long third = room.reopen(Depth.SNAPSHOT).log().epoch();
    assertThat(second).isGreaterThan(1);
    assertThat(third).isGreaterThan(second);
  }

  @Test
  void anotherRoomWithAnIdThatIsTakenStoresNothing() {
    LoggedRoom first = LoggedRoom.create("a", store).append(1);
    LoggedRoom second = LoggedRoom.create("a", store).append(1);
    store.settle();
    assertThat(first.heard).containsExactly("+1");
    assertThat(second.heard).containsExactly("fenced1");
    assertThat(first.stored(Depth.SNAPSHOT)).containsExactly(1L);
  }

  @Test
  void aFailedCommitFailsAllThatIsInItAndNothingBehindIt() {
    LoggedRoom a = LoggedRoom.create("a", store).append(1);
    LoggedRoom b = LoggedRoom.create("b", store).append(1);
    store.settle();
    a.append(2, 3);
    b.append(2);
    store.failNextCommit();
    store.settle();
    assertThat(a.heard).containsExactly("+1", "-2", "-3");
    assertThat(b.heard).containsExactly("+1", "-2");
    a.append(2);
    b.append(2);
    store.settle();
    assertThat(a.heard).endsWith("+2");
    assertThat(b.heard).endsWith("+2");
    store.crash();
    assertThat(a.stored(Depth.SNAPSHOT)).containsExactly(1L, 2L);
    assertThat(b.stored(Depth.SNAPSHOT)).containsExactly(1L, 2L);
  }

  @Test
  void whatStandsOnAFailedEntryFailsToo() {
    LoggedRoom room = LoggedRoom.create("a", store).append(1);
    store.settle();
    room.append(2);
    store.failNextCommit();
    store.settle();
    room.append(3, 4); // decided before the room heard of it
    room.snapshot(4, 4);
    store.settle();
    assertThat(room.heard).containsExactly("+1", "-2", "-3", "-4");
    Found found = room.reopen(Depth.SNAPSHOT);
    assertThat(room.positions(found.entries())).containsExactly(1L);
    assertThat(found.from()).isNull();
    room.append(2, 3);
    store.settle();
    assertThat(room.stored(Depth.SNAPSHOT)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aRoomWhoseFirstEntryFailedIsStoredWithItsNext() {
    LoggedRoom room = LoggedRoom.create("a", store).append(1);
    store.failNextCommit();
    store.settle();
    assertThat(rooms()).isEmpty();
    room.append(1);
    store.settle();
    store.crash();
    assertThat(rooms()).containsExactly("a");
    assertThat(room.reopen(Depth.SNAPSHOT).opening().config()).isEqualTo(LoggedRoom.opening("a").config());
  }

  @Test
  void aGapIsRefusedAndSoIsAPositionThatIsStored() {
    LoggedRoom room = LoggedRoom.create("a", store).append(1, 3, 1, 2);
    store.settle();
    assertThat(room.heard).containsExactly("+1", "-3", "-1", "+2");
    assertThat(room.stored(Depth.SNAPSHOT)).containsExactly(1L, 2L);
  }

  @Test
  void anInputThatCannotBeEncodedFailsItsRoomAlone() {
    LoggedRoom bad = LoggedRoom.create("bad", store).append(1);
    LoggedRoom good = LoggedRoom.create("good", store).append(1);
    bad.log.append(new Entry(2, () -> {
      throw new IllegalStateException("a planted bug");
    }, new byte[0]), bad.receipt(2));
    bad.append(3);
    good.append(2);
    store.settle();
    assertThat(bad.heard).containsExactly("+1", "-2", "-3");
    assertThat(good.heard).containsExactly("+1", "+2");
    assertThat(bad.stored(Depth.SNAPSHOT)).containsExactly(1L);
  }

  @Test
  void anInputIsEncodedOnce() {
    AtomicInteger encoded = new AtomicInteger();
    LoggedRoom room = LoggedRoom.create("a", store);
    room.log.append(new Entry(1, () -> new byte[] {(byte) encoded.incrementAndGet()}, new byte[0]),
        room.receipt(1));
    store.settle();
    assertThat(encoded).hasValue(1);
    assertThat(room.reopen(Depth.SNAPSHOT).entries()).singleElement()
        .satisfies(entry -> assertThat(entry.input()).containsExactly(1));
  }

  @Test
  void aRunTakesAsManyPositionsAsItSays() {
    LoggedRoom room = LoggedRoom.create("a", store).append(1);
    room.log.append(new Entry(2, 1_000_000, () -> new byte[0], new byte[0]), room.receipt(2));
    room.append(1_000_002);
    store.settle();
    store.crash();
    List<StoredEntry> entries = room.reopen(Depth.SNAPSHOT).entries();
    assertThat(entries).extracting(StoredEntry::position).containsExactly(1L, 2L, 1_000_002L);
    assertThat(entries).extracting(StoredEntry::span).containsExactly(1, 1_000_000, 1);
    assertThat(entries.get(1).next()).isEqualTo(1_000_002L);
  }

  @Test
  void entriesMayBeEmptyOrLarge() {
    byte[] large = new byte[3_000_000];
    Arrays.fill(large, (byte) 0x5a);
    LoggedRoom room = LoggedRoom.create("a", store);
    room.log.append(new Entry(1, () -> new byte[0], new byte[0]), room.receipt(1));
    room.log.append(new Entry(2, () -> large, large), room.receipt(2));
    store.settle();
    store.crash();
    List<StoredEntry> entries = room.reopen(Depth.SNAPSHOT).entries();
    assertThat(entries.get(0).input()).isEmpty();
    assertThat(entries.get(1).input()).isEqualTo(large);
  }

  @Test
  void nothingStartsAtPositionZeroOrTakesNone() {
    assertThatThrownBy(() -> new Entry(0, () -> new byte[0], new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Entry(1, 0, () -> new byte[0], new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatTheRoomEndedWithGoesWithIt() {
    LoggedRoom room = LoggedRoom.create("a", store).append(1, 2);
    room.snapshot(2, 2);
    LoggedRoom other = LoggedRoom.create("b", store).append(1);
    store.settle();
    room.append(3);
    room.log.close();
    room.append(4);
    store.settle();
    assertThat(room.heard).containsExactly("+1", "+2", "+3", "fenced4");
    assertThat(rooms()).containsExactly("b");
    store.crash();
    assertThat(rooms()).containsExactly("b");
    assertThat(other.stored(Depth.SNAPSHOT)).containsExactly(1L);
    LoggedRoom again = LoggedRoom.create("a", store).append(1);
    store.settle();
    assertThat(again.stored(Depth.SNAPSHOT)).containsExactly(1L);
  }

  @Test
  void anEndThatFailedComesWithTheNextCommit() {
    LoggedRoom room = LoggedRoom.create("a", store).append(1);
    store.settle();
    room.log.close();
    store.failNextCommit();
    store.settle();
    assertThat(rooms()).containsExactly("a");
    LoggedRoom.create("b", store).append(1);
    store.settle();
    assertThat(rooms()).containsExactly("b");
  }

  @Test
  void aRoomThatIsSetAsideIsNotAmongTheOpenOnes() {
    LoggedRoom room = LoggedRoom.create("a", store).append(1);
    room.log.setAside("its input 1 makes no sense");
    room.append(2);
    store.settle();
    assertThat(room.heard).containsExactly("+1", "fenced2");
    assertThat(rooms()).isEmpty();
    store.crash();
    assertThat(rooms()).isEmpty();
  }

  private List<String> rooms() {
    var stage = store.journal().rooms().toCompletableFuture();
    store.settle();
    return stage.join();
  }
}
