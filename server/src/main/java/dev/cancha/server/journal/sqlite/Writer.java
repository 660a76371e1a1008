package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.NotStored;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The queue before the file: anyone puts things in, and the writer's thread takes out at once whatever is there, which
 * becomes one commit. So a batch is what arrived while the last one was being synced, and nothing is ever waited for.
 */
final class Writer {
  /** Of one commit: a transaction should not grow without end when a disk was stuck. */
  private static final int MOST_OPS = 10_000;

  private final Queue<Op> queue = new ConcurrentLinkedQueue<>();
  /** How many are in the queue or being written. Whoever makes it 1 starts the thread. */
  private final AtomicInteger waiting = new AtomicInteger();
  private final SqlitePorts ports;
  private final Store store;

  Writer(SqliteFile file, SqlitePorts ports) throws SQLException {
    this.ports = ports;
    store = new Store(file, ports, this);
  }

  int waiting() {
    return Math.max(0, waiting.get()); // below 0 while one is taken out that its putter has not counted yet
  }

  void put(Op op) {
    queue.add(op);
    if (waiting.getAndIncrement() == 0) {
      try {
        ports.writer().execute(this::drain);
      } catch (RejectedExecutionException e) {
        // the thread is gone, so what it owned is this one's, to say so to all who ask
        store.end(new NotStored("the journal has lost its thread", e));
        drain();
      }
    }
  }

  private void drain() {
    int done;
    do {
      done = queue.peek() instanceof Op.Alone ? alone() : together();
    } while (waiting.addAndGet(-done) > 0);
  }

  private int alone() {
    if (queue.poll() instanceof Op.Alone op) {
      store.run(op);
    }
    return 1;
  }

  private int together() {
    Batch batch = store.batch();
    int count = 0;
    while (count < MOST_OPS && queue.peek() instanceof Op.OfRoom op) {
      queue.remove();
      batch.add(op);
      count++;
    }
    store.commit(batch);
    return count;
  }
}
