package dev.cancha.server.host;

import dev.cancha.server.journal.Journal.Receipt;
import dev.cancha.server.room.RoomState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a room has decided but not yet shown, and all that leaves in the order in which it was decided. In a durable
 * room each waits until the journal has it. A relaxed room does not wait, as long as it is ahead of the journal by
 * less than what is never given again after a crash. Owner: the room's event loop.
 */
final class Releases {
  /**
   * How far a relaxed room may be ahead of its journal: in room time, and in revisions. A room that is folded again
   * goes on beyond both, so these must never become less than they were in the process that showed something.
   */
  static final long AHEAD_MILLIS = 1_000;
  static final long AHEAD_REVISIONS = 64;

  private final Chronicle chronicle;
  private final boolean relaxed;
  private final Executor room;
  private final BiConsumer<List<Waiting>, Throwable> lost;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  /** The last that is on disk and that the room's loop has not heard of: it hears of all before with that. */
  private final AtomicReference<@Nullable Stored> heard = new AtomicReference<>();
  private RoomState stored;
  /** Rises when the journal has failed: what was appended before that is done with. */
  private int attempt;
  private boolean draining;

  /** {@code show} is run when it is durable, {@code refuse} when it never will be. */
  static final class Waiting {
    private final Runnable show;
    private final Runnable refuse;
    /** Absent where nothing changes. */
    private final @Nullable RoomState state;

    private Waiting(Runnable show, Runnable refuse, @Nullable RoomState state) {
      this.show = show;
      this.refuse = refuse;
      this.state = state;
    }

    void refuse() {
      refuse.run();
    }
  }

  /** What the journal says it has, of what was appended in one attempt. */
  private record Stored(RoomState state, int attempt) {}

  /**
   * Where they lead.
   *
   * @param room runs on the room's event loop
   * @param lost told of everything that waited when the journal failed, oldest first, and of the failure
   */
  record Way(Executor room, BiConsumer<List<Waiting>, Throwable> lost) {}

  /** {@code stored} is the state that the journal has. */
  Releases(Chronicle chronicle, boolean relaxed, RoomState stored, Way way) {
    this.chronicle = chronicle;
    this.relaxed = relaxed;
    this.stored = stored;
    room = way.room();
    lost = way.lost();
  }

  /** The last state that is on disk. */
  RoomState stored() {
    return stored;
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
      waiting.addLast(new Waiting(show, refuse, null));
    }
  }

  /**
   * What of {@code decided} the code of a foreign game has a part in is made now: it may fail, and then nothing is
   * done.
   */
  void prepare(Decided decided) {
    chronicle.prepare(decided);
  }

  /** Shows what was decided, once it may be seen. */
  void append(Decided decided, Runnable show, Runnable refuse) {
    int its = attempt;
    Waiting made = new Waiting(show, refuse, decided.after());
    Stored stores = new Stored(decided.after(), its);
    waiting.addLast(made);
    chronicle.append(decided, new Receipt() {
      @Override
      public void durable() {
        if (heard.getAndAccumulate(stores, Releases::last) == null) {
          room.execute(Releases.this::settle);
        }
      }

      @Override
      public void failed(Throwable cause) {
        room.execute(() -> lose(its, cause));
      }
    });
    if (relaxed && its == attempt) {
      drain();
    }
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Receipts may come in any order. */
  private static Stored last(@Nullable Stored one, Stored other) {
    if (one != null && one.attempt == other.attempt && one.state.position() > other.state.position()) {
      return one;
    }
    return other;
  }

  private void settle() {
    Stored told = heard.getAndSet(null);
    if (told != null && told.attempt == attempt) {
      stored = told.state.position() > stored.position() ? told.state : stored;
      drain();
    }
  }

  private void lose(int its, Throwable cause) {
    if (its == attempt) {
      attempt++;
      List<Waiting> all = new ArrayList<>(waiting);
      waiting.clear();
      chronicle.backTo(stored.position());
      lost.accept(all, cause);
    }
  }

  private boolean may(Waiting next) {
    return next.state == null || next.state.position() <= stored.position()
        || (relaxed && next.state.rev() - stored.rev() <= AHEAD_REVISIONS
            && next.state.at() - stored.at() <= AHEAD_MILLIS);
  }

  /** One that shows something may make others wait; they are shown by the drain that is under way. */
  private void drain() {
    if (draining) {
      return;
    }
    draining = true;
    try {
      while (!waiting.isEmpty() && may(waiting.getFirst())) {
        waiting.removeFirst().show.run();
      }
    } finally {
      draining = false;
    }
  }
}
