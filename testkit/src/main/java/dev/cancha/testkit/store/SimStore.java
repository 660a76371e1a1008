package dev.cancha.testkit.store;

import dev.cancha.server.journal.Journal;
import dev.cancha.server.journal.Matches;
import dev.cancha.server.journal.NotStored;
import dev.cancha.testkit.sim.SimDisk;
import dev.cancha.testkit.sim.SimProcess;
import dev.cancha.testkit.sim.SimRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The journal of a simulated server, on the disk of its machine. What was handed over while the last commit was synced
 * becomes one commit; it is durable whole, at a later time, or never. The thread that writes is played by the world,
 * and dies with its process. Owner: the world's thread.
 */
public final class SimStore implements Journal {
  /** Until a thread that waited is awake. */
  private static final Duration WAKES_LEAST = Duration.ofNanos(10_000);
  private static final Duration WAKES_MOST = Duration.ofNanos(200_000);
  /** Until some rooms are read. */
  private static final Duration READS_LEAST = Duration.ofMillis(1);
  private static final Duration READS_MOST = Duration.ofMillis(20);

  private final SimProcess process;
  private final SimRandom random;
  private final Tables tables = new Tables();
  private final Map<String, Book> books = new LinkedHashMap<>();
  private final Deque<Op> queue = new ArrayDeque<>();
  /** Ends of rooms that could not be stored; they come with the next commit. */
  private final List<Op.Close> unclosed = new ArrayList<>();
  /** How many of those that are being done. */
  private int doing;
  private boolean awake;
  private int commits;

  private SimStore(SimProcess process) {
    this.process = process;
    random = process.random("store");
    process.disk().blocks().forEach(block -> Block.read(block).forEach(tables::apply));
    for (String room : tables.rooms()) {
      Book book = new Book(room, null);
      StoredRoom stored = tables.open(room);
      book.epoch = stored == null ? 1 : stored.epoch;
      books.put(room, book);
    }
  }

  /** What the disk of the machine of {@code process} has, for this process and as long as it lives. */
  public static SimStore open(SimProcess process) {
    return new SimStore(process);
  }

  /** How many commits have succeeded. */
  public int commits() {
    return commits;
  }

  /** All open rooms as they are stored, for who judges: their owners keep them, and the logs are nobody's. */
  public List<Recovered.Found> look(Depth depth) {
    List<Recovered.Found> found = new ArrayList<>();
    for (String room : tables.rooms()) {
      StoredRoom stored = tables.open(room);
      if (stored != null) {
        found.add(stored.found(depth, new StoreLog(new Book(room, null), this::put, 0)));
      }
    }
    return found;
  }

  @Override
  public Log create(String room, Supplier<Opening> opening) {
    StoreLog log = new StoreLog(new Book(room, opening), this::put, 1);
    put(new Op.Create(log));
    return log;
  }

  @Override
  public CompletionStage<List<String>> rooms() {
    CompletableFuture<List<String>> rooms = new CompletableFuture<>();
    put(new Op.Read(() -> rooms.complete(tables.rooms())));
    return rooms;
  }

  @Override
  public CompletionStage<List<Recovered>> reopen(List<String> rooms, Depth depth) {
    CompletableFuture<List<Recovered>> found = new CompletableFuture<>();
    List<String> asked = List.copyOf(rooms);
    put(new Op.Read(() -> found.complete(takenOver(asked, depth))));
    return found;
  }

  private List<Recovered> takenOver(List<String> rooms, Depth depth) {
    List<Recovered> found = new ArrayList<>();
    for (String room : rooms) {
      StoredRoom stored = tables.open(room);
      Book book = books.get(room);
      if (stored != null && book != null) {
        StoreLog log = new StoreLog(book, this::put, ++book.epoch);
        book.owner = log;
        found.add(stored.found(depth, log));
      }
    }
    return found;
  }

  @Override
  public Matches matches() {
    return tables;
  }

  @Override
  public void prune(long endedBeforeMillis, int most) {
    put(new Op.Prune(endedBeforeMillis, most));
  }

  @Override
  public int waiting() {
    return queue.size() + doing;
  }

  // ------------------------------------------------------------------ the thread that writes

  private void put(Op op) {
    queue.add(op);
    if (!awake && process.alive()) {
      awake = true;
      later(WAKES_LEAST, WAKES_MOST, this::work);
    }
  }

  private void later(Duration least, Duration most, Runnable action) {
    Duration delay = process.disk().isInstant() ? Duration.ZERO : random.between(least, most);
    process.world().after(delay, () -> {
      if (process.alive()) {
        action.run();
      }
    });
  }

  private void work() {
    if (!process.alive()) {
      return; // it has died of what it heard just now
    }
    Op first = queue.peek();
    switch (first) {
      case null -> awake = false;
      case Op.Read read -> {
        queue.remove();
        doing = 1;
        later(READS_LEAST, READS_MOST, () -> {
          doing = 0;
          read.action().run();
          work();
        });
      }
      case Op.Prune prune -> {
        queue.remove();
        doing = 1;
        Commit commit = new Commit(process, tables, books);
        commit.changes().add(new Change.Pruned(prune.endedBeforeMillis(), prune.most()));
        write(commit);
      }
      case Op.OfRoom some -> {
        Commit commit = new Commit(process, tables, books);
        unclosed.forEach(commit::add);
        unclosed.clear();
        while (queue.peek() instanceof Op.OfRoom op) {
          queue.remove();
          doing++;
          commit.add(op);
        }
        write(commit);
      }
    }
  }

  private void write(Commit commit) {
    if (commit.changes().isEmpty()) {
      doing = 0;
      commit.stored();
      work();
      return;
    }
    process.disk().write(Block.of(commit.changes()), new SimDisk.Written() {
      @Override
      public void synced() {
        doing = 0;
        commits++;
        commit.stored();
        work();
      }

      @Override
      public void failed(String why) {
        doing = 0;
        unclosed.addAll(commit.failed(new NotStored("the journal cannot store anything: " + why)));
        work();
      }
    });
  }
}
