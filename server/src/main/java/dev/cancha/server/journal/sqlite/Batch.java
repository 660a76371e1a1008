package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.Commits;
import dev.cancha.server.journal.Fenced;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.Opening;
import dev.cancha.server.journal.Journal.Receipt;
import dev.cancha.server.journal.Journal.Snapshot;
import dev.cancha.server.journal.Journal.State;
import dev.cancha.server.journal.NotStored;
import dev.cancha.server.journal.sqlite.Work.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes one commit: gathered and encoded by {@link #add}, written by {@link BatchWriter}, and then told to
 * everyone in the order in which they asked. Owner: the writer's thread.
 */
final class Batch {
  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

  private final Books books;
  private final Map<RoomBook, Work> works = new LinkedHashMap<>();
  private final List<Answer> answers = new ArrayList<>();
  private final List<Op.Close> closes = new ArrayList<>();
  private final CRC32C checksum = new CRC32C();
  private int appends;
  private long bytes;

  /** Of an append: to be told that it is stored with {@code work}, or why not. */
  private record Answer(Receipt receipt, @Nullable Work work, @Nullable NotStored refusal) {}

  Batch(Books books) {
    this.books = books;
  }

  void add(Op.OfRoom op) {
    SqliteLog log = op.log();
    if (op instanceof Op.Create) {
      if (books.add(log.book)) {
        log.book.owner = log;
        log.book.epoch = log.epoch();
      }
      return;
    }
    Work work = works.computeIfAbsent(log.book, Work::new);
    boolean fenced = !log.equals(log.book.owner) || work.ended;
    switch (op) {
      case Op.Append append -> {
        NotStored refusal = fenced ? new Fenced(log.book.id, log.epoch()) : encode(append, work);
        answers.add(new Answer(append.receipt(), refusal == null ? work : null, refusal));
      }
      case Op.Snap snap when !fenced && snap.position() < work.next() -> snapshot(snap, work);
      case Op.SetAside aside when !fenced -> {
        work.steps.add(new Step.SetAside(aside.reason()));
        work.ended = true;
      }
      case Op.Close close when !fenced -> {
        work.steps.add(new Step.Close());
        work.ended = true;
        closes.add(close);
      }
      default -> LOG.debug("room {}: {} comes too late", log.book.id, op.getClass().getSimpleName());
    }
  }

  /** Takes it up where it can be stored; else gives the reason. */
  private @Nullable NotStored encode(Op.Append append, Work work) {
    long position = append.entry().position();
    if (position != work.next()) {
      return new NotStored("room " + work.book.id + " appends position " + position + ", but "
          + work.next() + " is next: what stood before it was not stored");
    }
    try {
      Opening opening = work.book.opening == null || work.opening != null || !work.opens() ? work.opening
          : work.book.opening.get();
      byte[] input = append.entry().input().get();
      FinishedMatch match = append.match() == null ? null : append.match().get();
      checksum.reset();
      checksum.update(append.entry().patch());
      if (work.pack == null) {
        work.pack = new Pack(position);
      }
      work.opening = opening;
      work.pack.add(append.entry().span(), input, (int) checksum.getValue());
      bytes += input.length;
      appends++;
      if (match != null) {
        work.steps.add(new Step.Finish(match));
      }
      return null;
    } catch (RuntimeException | StackOverflowError broken) {
      LOG.error("room {}: the input at position {} cannot be encoded", work.book.id, position, broken);
      return new NotStored("room " + work.book.id + ": the input at position " + position
          + " cannot be encoded", broken);
    }
  }

  private void snapshot(Op.Snap snap, Work work) {
    Supplier<State> supplier = snap.state();
    try {
      State state = Objects.requireNonNull(supplier.get());
      bytes += state.bytes().length;
      work.steps.add(new Step.Snap(snap.base(), new Snapshot(snap.position(), state)));
    } catch (RuntimeException | StackOverflowError broken) {
      LOG.error("room {}: its state at position {} cannot be encoded", work.book.id, snap.position(), broken);
    }
  }

  /** Whether there is anything to write. */
  boolean isEmpty() {
    for (Work work : works.values()) {
      if (!work.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  Iterable<Work> works() {
    return works.values();
  }

  Commits.Batch figures(long nanos) {
    int rooms = 0;
    for (Work work : works.values()) {
      rooms += work.pack == null ? 0 : 1;
    }
    return new Commits.Batch(appends, rooms, bytes, nanos);
  }

  /** It is on disk. */
  void committed(Sweep sweep) {
    works.values().forEach(work -> work.apply(books, sweep));
    for (Answer answer : answers) {
      Work work = answer.work();
      if (work != null && !work.clash) {
        tell(answer.receipt()::durable);
      } else {
        NotStored refusal = answer.refusal() != null ? answer.refusal()
            : new NotStored("there is another room with this id");
        tell(() -> answer.receipt().failed(refusal));
      }
    }
  }

  /** None of it is on disk. Gives the rooms that still have to be deleted. */
  List<Op.Close> failed(NotStored cause) {
    for (Answer answer : answers) {
      tell(() -> answer.receipt().failed(answer.refusal() == null ? cause : answer.refusal()));
    }
    return closes;
  }

  private static void tell(Runnable receipt) {
    try {
      receipt.run();
    } catch (RuntimeException broken) {
      LOG.error("a receipt failed", broken);
    }
  }
}
