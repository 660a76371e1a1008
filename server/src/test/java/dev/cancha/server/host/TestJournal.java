package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal;
import dev.cancha.server.room.Inscription;
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
import java.util.function.Supplier;

/**
 * The journal of one room, done at once or when the test says so. It folds what is durable, so that it knows what may
 * be shown. Owner: the test's thread.
 */
final class TestJournal extends TestingJournal implements Journal.Log {
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
  final List<FinishedMatch> finished = new ArrayList<>();
  final List<Snapshot> snapshots = new ArrayList<>();
  private long appended;

  private record Held(Entry entry, Receipt receipt) {}

  TestJournal(Room<?, ?> room, RoomState first) {
    this.room = room;
    durable = first;
  }

  @Override
  public Log create(String id, Supplier<Opening> opening) {
    assertThat(id).hasSize(22);
    return this;
  }

  @Override
  public long epoch() {
    return 1;
  }

  @Override
  public void append(Entry entry, Receipt receipt) {
    take(new Held(entry, receipt));
  }

  @Override
  public void finish(Entry last, Supplier<FinishedMatch> match, Receipt receipt) {
    finished.add(match.get());
    take(new Held(last, receipt));
  }

  @Override
  public void snapshot(long position, long base, Supplier<State> state) {
    snapshots.add(new Snapshot(position, state.get()));
  }

  @Override
  public void setAside(String reason) {
    throw new AssertionError("set aside: " + reason);
  }

  @Override
  public void close() {
    assertThat(closed).as("closed before").isFalse();
    closed = true;
  }

  private void take(Held one) {
    assertThat(closed).as("an append after the end").isFalse();
    assertThat(one.entry().position()).as("position").isEqualTo(appended + 1);
    appended += one.entry().span();
    if (broken) {
      fail(one);
    } else if (immediate) {
      store(one);
      one.receipt().durable();
    } else {
      held.addLast(one);
    }
  }

  @Override
  public int waiting() {
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
    RoomInput input = Inscription.read(one.entry().input().get()).input();
    inputs.add(input);
    patches.add(new String(one.entry().patch(), StandardCharsets.UTF_8));
    durable = ((Changed) room.step(durable, input)).state();
    assertThat(durable.position()).isEqualTo(one.entry().position());
  }
}
