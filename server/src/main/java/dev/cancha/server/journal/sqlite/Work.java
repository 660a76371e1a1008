package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.Opening;
import dev.cancha.server.journal.Journal.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one commit stores of one room. Owner: the writer's thread. */
final class Work {
  final RoomBook book;
  /** Given to a room that is not in the file. */
  @Nullable
  Opening opening;
  /** The new entries, absent where there are none. */
  @Nullable
  Pack pack;
  final List<Step> steps = new ArrayList<>();
  /** Nothing of this room comes behind this. */
  boolean ended;
  /** Another room has its id: nothing of it is stored. */
  boolean clash;
  /** Up to where its records are not needed any more, and whether they have been deleted already. */
  long dead;
  boolean deleted;
  private long number;
  private long tail;

  /** What is done behind the new entries, in order. */
  sealed interface Step {
    record Finish(FinishedMatch match) implements Step {}

    record Snap(long base, Snapshot snapshot) implements Step {}

    record SetAside(String reason) implements Step {}

    record Close() implements Step {}
  }

  Work(RoomBook book) {
    this.book = book;
    number = book.number;
    tail = book.tail;
  }

  long next() {
    return pack == null ? book.next : pack.next();
  }

  /** Whether there is nothing to write; of a room that nobody entered there never is. */
  boolean isEmpty() {
    return pack == null && (steps.isEmpty() || opens());
  }

  long number() {
    return number;
  }

  long tail() {
    return tail;
  }

  boolean opens() {
    return number == 0;
  }

  void open(long newNumber) {
    number = newNumber;
  }

  void appended(long seq) {
    tail = seq;
  }

  /** It is on disk. */
  void apply(Books books, Sweep sweep) {
    if (ended || clash) {
      if (dead > 0 && !deleted) {
        addToTrail();
        book.trail.dead(dead, sweep);
      }
      books.remove(book);
      return;
    }
    book.number = number;
    book.tail = tail;
    book.next = next();
    if (pack != null) {
      book.storedEpoch = book.epoch;
    }
    addToTrail();
    for (Step step : steps) {
      if (step instanceof Step.Finish finish) {
        book.trail.finished(finish.match().inputs().last());
      }
    }
    if (deleted) {
      book.trail.deleted(dead);
    } else if (dead > 0) {
      book.trail.dead(dead, sweep);
    }
  }

  private void addToTrail() {
    if (pack != null) {
      book.trail.append(tail, pack);
    }
  }
}
