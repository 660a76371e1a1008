package dev.cancha.server.host;

import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal;
import dev.cancha.server.room.Inscription;
import dev.cancha.server.room.RoomInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** The journal of one room: keeps what it is given, at once or when the test says so, or loses it. */
final class Disk extends TestingJournal implements Journal.Log {
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

  /** The bytes of the entry at {@code index}, as they are stored. */
  String text(int index) {
    return new String(entries.get(index).input().get(), StandardCharsets.UTF_8);
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
