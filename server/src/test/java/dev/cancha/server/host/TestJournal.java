package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.server.journal.Journal;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The journal of one room, done at once or when the test says so. It folds what is durable, so that it knows what may
 * be shown. Owner: the test's thread.
 */
final class TestJournal implements Journal {
  private static final JsonType<RoomInput> INPUTS = JsonType.of(RoomInput.class);

  private final Room<?, ?> room;
  private final Deque<Held> held = new ArrayDeque<>();
  /** Whether what is appended is durable at once. */
  boolean immediate = true;
  /** Whether appends fail, at once. */
  boolean broken;
  boolean closed;
  /** What a restart would come to. */
  RoomState durable;
  final List<RoomInput> inputs = new ArrayList<>();
  final List<String> patches = new ArrayList<>();
  private long appended;

  private record Held(Entry entry, Receipt receipt) {}

  TestJournal(Room<?, ?> room, RoomState first) {
    this.room = room;
    durable = first;
  }

  @Override
  public Log open(String id) {
    assertThat(id).hasSize(22);
    return new Log() {
      @Override
      public void append(Entry entry, Receipt receipt) {
        take(new Held(entry, receipt));
      }

      @Override
      public void close() {
        assertThat(closed).as("closed before").isFalse();
        closed = true;
      }
    };
  }

  private void take(Held one) {
    assertThat(closed).as("an append after the end").isFalse();
    assertThat(one.entry().position()).as("position").isEqualTo(++appended);
    if (broken) {
      fail(one);
    } else if (immediate) {
      store(one);
      one.receipt().durable();
    } else {
      held.addLast(one);
    }
  }

  int waiting() {
    return held.size();
  }

  /** The oldest {@code count} become durable together, and then each is told. */
  void durable(int count) {
    List<Held> batch = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      batch.add(held.removeFirst());
    }
    batch.forEach(this::store);
    batch.forEach(one -> one.receipt().durable());
  }

  /** As {@link #durable(int)}, but told last one first, by another thread. */
  void durableByAnotherThread(int count) throws InterruptedException {
    List<Held> batch = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      batch.add(held.removeFirst());
    }
    batch.forEach(this::store);
    Thread writer = new Thread(() -> batch.reversed().forEach(one -> one.receipt().durable()),
        "test-journal");
    writer.start();
    writer.join();
  }

  /** All that waits is lost. */
  void fail() {
    List<Held> batch = new ArrayList<>(held);
    held.clear();
    appended = durable.position();
    batch.forEach(this::fail);
  }

  private void fail(Held one) {
    appended = durable.position();
    one.receipt().failed(new IOException("the disk of this test is full"));
  }

  private void store(Held one) {
    RoomInput input = INPUTS.read(Json.ofChecked(one.entry().input().get()));
    inputs.add(input);
    patches.add(new String(one.entry().patch(), StandardCharsets.UTF_8));
    durable = ((Changed) room.step(durable, input)).state();
    assertThat(durable.position()).isEqualTo(one.entry().position());
  }
}
