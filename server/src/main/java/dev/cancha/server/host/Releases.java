package dev.cancha.server.host;

import dev.cancha.server.journal.Journal.Entry;
import dev.cancha.server.journal.Journal.Log;
import dev.cancha.server.journal.Journal.Receipt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a room has decided but not yet shown: each waits until the journal has it, and all leave in the order in
 * which they were decided. Owner: the room's event loop.
 */
final class Releases {
  private final Log log;
  private final Executor room;
  private final Consumer<List<Waiting>> lost;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private boolean draining;

  /** {@code show} is run when it is durable, {@code refuse} when it never will be. */
  static final class Waiting {
    private final Runnable show;
    private final Runnable refuse;
    private boolean durable;

    private Waiting(Runnable show, Runnable refuse, boolean durable) {
      this.show = show;
      this.refuse = refuse;
      this.durable = durable;
    }

    void refuse() {
      refuse.run();
    }
  }

  /**
   * @param room runs on the room's event loop
   * @param lost told of everything that waited when the journal failed, oldest first
   */
  Releases(Log log, Executor room, Consumer<List<Waiting>> lost) {
    this.log = log;
    this.room = room;
    this.lost = lost;
  }

  /** Shows something that changes nothing, behind all that waits. */
  void behind(Runnable show) {
    behind(show, show);
  }

  /** The same, where {@code refuse} is run instead if what it waits behind is lost. */
  void behind(Runnable show, Runnable refuse) {
    if (waiting.isEmpty() && !draining) {
      show.run();
    } else {
      waiting.addLast(new Waiting(show, refuse, true));
    }
  }

  /** Shows what {@code entry} led to, once it is durable. */
  void append(Entry entry, Runnable show, Runnable refuse) {
    Waiting made = new Waiting(show, refuse, false);
    waiting.addLast(made);
    log.append(entry, new Receipt() {
      @Override
      public void durable() {
        room.execute(() -> settle(made, null));
      }

      @Override
      public void failed(Throwable cause) {
        room.execute(() -> settle(made, cause));
      }
    });
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  private void settle(Waiting made, @Nullable Throwable cause) {
    if (cause == null) {
      made.durable = true;
      drain();
    } else if (waiting.contains(made)) {
      List<Waiting> all = new ArrayList<>(waiting);
      waiting.clear();
      lost.accept(all);
    }
  }

  /** One that shows something may make others wait; they are shown by the drain that is under way. */
  private void drain() {
    if (draining) {
      return;
    }
    draining = true;
    try {
      while (!waiting.isEmpty() && waiting.getFirst().durable) {
        waiting.removeFirst().show.run();
      }
    } finally {
      draining = false;
    }
  }
}
