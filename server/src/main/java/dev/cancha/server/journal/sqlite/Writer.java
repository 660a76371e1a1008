package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.NotStored;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The queue before the file: anyone puts things in, and the writer's thread takes out whatever is offered, which
 * becomes one commit. So a batch is what arrived while the last one was being synced; what somebody waits for is
 * put off only until the one who puts it in has done all that it has at hand. What nobody waits for goes with
 * that, or a little later: a commit costs as much as many inputs.
 */
final class Writer {
  /** Of one commit: a transaction should not grow without end when a disk was stuck. */
  private static final int MOST_OPS = 10_000;

  private final Queue<Op> queue = new ConcurrentLinkedQueue<>();
  /** How many were ever put in. */
  private final AtomicLong put = new AtomicLong();
  /** How many of these the thread may take: all that were there when it was called last. */
  private final AtomicLong offered = new AtomicLong();
  private final Runnable offering = this::offer;
  /** How often the thread was called since it looked. Whoever makes it 1 starts the thread. */
  private final AtomicInteger calls = new AtomicInteger();
  /** Whether the thread will be called for what can wait. */
  private final AtomicBoolean later = new AtomicBoolean();
  private final SqlitePorts ports;
  private final Store store;
  /** How many were taken, and how many of these are done. Written by the thread alone. */
  private long taken;
  private volatile long done;

  Writer(SqliteFile file, SqlitePorts ports) throws SQLException {
    this.ports = ports;
    store = new Store(file, ports, this);
  }

  int waiting() {
    return (int) (put.get() - done);
  }

  void put(Op op) {
    add(op);
    offer();
  }

  /** The same with all that is put in by the caller's turn. */
  void putInTurn(Op op) {
    add(op);
    ports.turns().atEnd(offering);
  }

  /** The same for what nobody waits for. */
  void putSoon(Op op) {
    add(op);
    if (later.compareAndSet(false, true)) {
      execute(ports.soon(), () -> {
        later.set(false); // before the thread looks: whatever is put in behind this is called for anew
        offer();
      });
    }
  }

  private void add(Op op) {
    put.incrementAndGet(); // first, or another's offer counted this one instead of the one behind it
    queue.add(op);
  }

  private void offer() {
    offered.accumulateAndGet(put.get(), Math::max);
    if (calls.getAndIncrement() == 0) {
      execute(ports.writer(), this::drain);
    }
  }

  private void execute(Executor thread, Runnable task) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException e) {
      // the thread is gone, so what it owned is this one's, to say so to all who ask
      store.end(new NotStored("the journal has lost its thread", e));
      later.set(false);
      drain();
    }
  }

  private void drain() {
    int seen;
    do {
      seen = calls.get();
      takeAll();
    } while (calls.addAndGet(-seen) > 0);
  }

  /** Whatever is offered, but not what comes while the last of it is being written: that has its own call. */
  private void takeAll() {
    boolean more = true;
    while (more) {
      Op next = next();
      if (next == null) {
        return;
      }
      more = next instanceof Op.Alone ? alone() : together();
    }
  }

  /** The next of what is offered. */
  private @Nullable Op next() {
    return taken < offered.get() ? queue.peek() : null;
  }

  private boolean alone() {
    Op next = queue.poll();
    taken++;
    if (next instanceof Op.Alone op) {
      store.run(op);
    }
    done = taken;
    return true;
  }

  /** Whether there was more than one commit takes. */
  private boolean together() {
    Batch batch = store.batch();
    int count = 0;
    while (count < MOST_OPS && next() instanceof Op.OfRoom op) {
      queue.remove();
      taken++;
      batch.add(op);
      count++;
    }
    boolean more = next() != null;
    store.commit(batch);
    done = taken;
    return more;
  }
}
