package dev.cancha.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.journal.Journal.Depth;
import dev.cancha.server.journal.Journal.Recovered.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rooms that append, fail, end and crash at random, held against what they were told: from a seed. */
public abstract class HistoryContract {
  private static final int STEPS = 200;

  /** An empty one. */
  protected abstract StoreUnderTest open();

  /** A room with what it knows of itself. */
  private static final class Tale {
    final LoggedRoom room;
    /** The highest position that it was told is durable. */
    long durable;
    /** The highest that it has appended since it was last read. */
    long appended;
    /** Where its snapshots let go of what was before. */
    long snapshot;

    Tale(LoggedRoom room) {
      this.room = room;
    }

    /** What came of its appends; after a failure it goes on from what is durable. */
    void listen() {
      for (String said : room.heard) {
        long position = Long.parseLong(said.substring(1));
        if (said.startsWith("+")) {
          assertThat(position).as("receipts of %s in order", room.id).isEqualTo(durable + 1);
          durable = position;
        } else {
          assertThat(position).as("failed of %s", room.id).isGreaterThan(durable);
        }
      }
      if (room.heard.stream().anyMatch(said -> said.startsWith("-"))) {
        appended = durable;
      }
      room.heard.clear();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatRoomsWereToldIsDurableIsThereAfterEveryCrash(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    try (StoreUnderTest store = open()) {
      List<Tale> tales = new ArrayList<>();
      int made = 0;
      for (int step = 0; step < STEPS; step++) {
        int dice = random.nextInt(100);
        if (tales.isEmpty() || dice < 5) {
          tales.add(new Tale(LoggedRoom.create("r" + made++, store)));
        }
        Tale tale = tales.get(random.nextInt(tales.size()));
        if (dice < 65) {
          tale.room.append(++tale.appended);
        } else if (dice < 70 && tale.durable > tale.snapshot) {
          tale.snapshot = tale.durable;
          tale.room.snapshot(tale.durable, tale.durable);
        } else if (dice < 85) {
          settle(store, tales);
        } else if (dice < 90) {
          store.failNextCommit();
          settle(store, tales);
        } else if (dice < 93) {
          settle(store, tales);
          tale.room.log.close();
          settle(store, tales);
          tales.remove(tale);
        } else {
          store.crash();
          tales.removeIf(one -> !isThere(store, one));
        }
      }
    }
  }

  private static void settle(StoreUnderTest store, List<Tale> tales) {
    store.settle();
    tales.forEach(Tale::listen);
  }

  /** A room is read again: it is gone only if nothing of it was ever durable. */
  private static boolean isThere(StoreUnderTest store, Tale tale) {
    var rooms = store.journal().rooms().toCompletableFuture();
    store.settle();
    if (!rooms.join().contains(tale.room.id)) {
      assertThat(tale.durable).as("durable of %s, which is gone", tale.room.id).isZero();
      return false;
    }
    Found found = tale.room.reopen(Depth.SNAPSHOT);
    List<Long> positions = tale.room.positions(found.entries());
    long from = found.from() == null ? 0 : found.from().position();
    long last = positions.isEmpty() ? from : positions.getLast();
    assertThat(last).as("last of %s", tale.room.id).isBetween(tale.durable, tale.appended);
    for (int i = 0; i < positions.size(); i++) {
      assertThat(positions.get(i)).isEqualTo(from + 1 + i);
    }
    tale.durable = last;
    tale.appended = last;
    tale.room.heard.clear();
    return true;
  }
}
