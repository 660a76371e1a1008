package dev.cancha.testkit.store;

import dev.cancha.server.journal.Fenced;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.Entry;
import dev.cancha.server.journal.Journal.Opening;
import dev.cancha.server.journal.Journal.Receipt;
import dev.cancha.server.journal.Journal.Snapshot;
import dev.cancha.server.journal.Journal.State;
import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.journal.NotStored;
import dev.cancha.testkit.sim.SimProcess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes one block on the disk: gathered and encoded by {@link #add}, and told to everyone in the order in which
 * they asked. Owner: the store.
 */
final class Commit {
  private static final Logger LOG = LoggerFactory.getLogger(Commit.class);

  private final SimProcess process;
  private final Tables tables;
  private final Map<String, Book> books;
  private final List<Change> changes = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final List<Op.Close> closes = new ArrayList<>();
  /** The next position of each room that has entries here. */
  private final Map<Book, Long> nexts = new LinkedHashMap<>();
  /** Nothing of these comes behind this. */
  private final Set<Book> ended = new LinkedHashSet<>();

  private record Answer(Receipt receipt, @Nullable NotStored refusal) {}

  Commit(SimProcess process, Tables tables, Map<String, Book> books) {
    this.process = process;
    this.tables = tables;
    this.books = books;
  }

  List<Change> changes() {
    return changes;
  }

  void add(Op.OfRoom op) {
    StoreLog log = op.log();
    Book book = log.book;
    boolean fenced = !log.equals(book.owner) || ended.contains(book);
    switch (op) {
      case Op.Create create -> {
        if (!tables.has(book.id) && books.putIfAbsent(book.id, book) == null) {
          book.owner = log;
        }
      }
      case Op.Append append -> answers.add(new Answer(append.receipt(),
          fenced ? new Fenced(book.id, log.epoch()) : append(append, book)));
      case Op.Snap snap when !fenced && snap.position() < next(book) -> snapshot(snap, book);
      case Op.SetAside setAside when !fenced -> end(book, new Change.SetAside(book.id));
      case Op.Close close when !fenced -> {
        end(book, new Change.Closed(book.id));
        closes.add(close);
      }
      default -> LOG.debug("room {}: {} comes too late", book.id, op);
    }
  }

  private void end(Book book, Change change) {
    ended.add(book);
    if (isStored(book)) {
      changes.add(change);
    }
  }

  /** Whether something of it is on the disk, or will be with this. */
  private boolean isStored(Book book) {
    return nexts.containsKey(book) || tables.open(book.id) != null;
  }

  private long next(Book book) {
    StoredRoom stored = tables.open(book.id);
    return nexts.getOrDefault(book, stored == null ? 1 : stored.next());
  }

  /** Takes it up where it can be stored; else gives the reason. */
  private @Nullable NotStored append(Op.Append append, Book book) {
    Entry entry = append.entry();
    if (entry.position() != next(book)) {
      return new NotStored("room " + book.id + " appends position " + entry.position() + ", but "
          + next(book) + " is next: what stood before it was not stored");
    }
    try {
      List<Change> made = new ArrayList<>();
      if (!isStored(book)) {
        Opening opening = Objects.requireNonNull(book.opening, "who made it opens it").get();
        made.add(new Change.Opened(book.id, opening));
      }
      StoredRoom stored = tables.open(book.id);
      if (stored != null && stored.epoch != book.epoch && !nexts.containsKey(book)) {
        made.add(new Change.Owned(book.id, book.epoch));
      }
      made.add(new Change.Appended(book.id, stored(entry)));
      Supplier<FinishedMatch> match = append.match();
      if (match != null) {
        made.add(new Change.Finished(book.id, match.get()));
      }
      changes.addAll(made);
      nexts.put(book, entry.position() + entry.span());
      return null;
    } catch (RuntimeException | StackOverflowError broken) {
      LOG.error("room {}: the input at position {} cannot be encoded", book.id, entry.position(), broken);
      return new NotStored("room " + book.id + ": the input at position " + entry.position()
          + " cannot be encoded", broken);
    }
  }

  private static StoredEntry stored(Entry entry) {
    CRC32C crc = new CRC32C();
    crc.update(entry.patch());
    return new StoredEntry(entry.position(), entry.span(), entry.input().get(), (int) crc.getValue());
  }

  private void snapshot(Op.Snap snap, Book book) {
    try {
      State state = Objects.requireNonNull(snap.state().get());
      changes.add(new Change.Snapped(book.id, snap.base(), new Snapshot(snap.position(), state)));
    } catch (RuntimeException | StackOverflowError broken) {
      LOG.error("room {}: its state at position {} cannot be encoded", book.id, snap.position(), broken);
    }
  }

  /** It is on the disk, or there was nothing to put there. */
  void stored() {
    changes.forEach(tables::apply);
    for (Book book : ended) {
      books.remove(book.id, book);
      book.owner = null;
    }
    for (Answer answer : answers) {
      if (!process.alive()) {
        return; // it has died of the answer before
      }
      if (answer.refusal() == null) {
        answer.receipt().durable();
      } else {
        answer.receipt().failed(answer.refusal());
      }
    }
  }

  /** None of it is. Gives the ends of rooms, which are to be tried again. */
  List<Op.Close> failed(NotStored cause) {
    for (Answer answer : answers) {
      answer.receipt().failed(answer.refusal() == null ? cause : answer.refusal());
    }
    return closes;
  }
}
