package dev.cancha.testkit.scene;

import dev.cancha.server.journal.Journal;
import dev.cancha.server.journal.Journal.Entry;
import dev.cancha.server.journal.Journal.Log;
import dev.cancha.server.journal.Journal.Receipt;
import dev.cancha.server.journal.Journal.Recovered;
import dev.cancha.server.room.Inscription;
import dev.cancha.server.room.RoomInput;
import dev.cancha.testkit.store.ForwardedJournal;
import dev.cancha.testkit.store.ForwardedLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/**
 * Stands before the journals of a server's processes, with witnesses: what a room gave them is what the room did.
 * Changes nothing of what they promise, and outlives each of them. Owner: the world's thread.
 */
public final class Ledger {
  private final List<Witness> witnesses = new ArrayList<>();
  /** Room to the position after the last input that it has applied. */
  private final Map<String, Long> nexts = new TreeMap<>();
  /** The same of rooms that have closed: one that does not wait for the disk may be found open again after a crash. */
  private final Map<String, Long> closed = new TreeMap<>();
  /** Rooms that may not know yet that something of theirs could not be stored. */
  private final Set<String> failed = new TreeSet<>();
  /** Rises with each process that dies: what the rest of its last task still calls comes to nothing. */
  private int life;

  /** Is told what rooms did, in order. */
  public interface Witness {
    /**
     * {@code input} changed {@code room}, as its input at {@code position}, and led to the public {@code patch}; of a
     * tick, {@link #singles} are what took effect within it.
     */
    void applied(String room, long position, RoomInput input, byte[] patch);

    /** The tick that was told last was followed by others without inputs, up to the one at {@code position}. */
    default void idle(String room, long position) {}

    /** The room was told that its input at {@code position} is on disk. */
    default void stored(String room, long position) {}

    /** Its inputs from {@code position} on are not stored: the room goes back to before them. */
    default void lost(String room, long position) {}

    default void ended(String room) {}

    /** The server's process has ended without having been asked. */
    default void crashed() {}

    /** A new process has begun. */
    default void restarted() {}

    /** A process has read the room again. What was lost of it is told before. */
    default void recovered(Recovered.Found found) {}
  }

  /** All that {@code input} does, in order: what a tick carries, or the input itself. */
  public static List<RoomInput.Single> singles(RoomInput input) {
    return switch (input) {
      case RoomInput.Tick tick -> tick.inputs();
      case RoomInput.Single single -> List.of(single);
    };
  }

  public void add(Witness witness) {
    witnesses.add(witness);
  }

  void crashed() {
    life++;
    failed.clear();
    witnesses.forEach(Witness::crashed);
  }

  void restarted() {
    witnesses.forEach(Witness::restarted);
  }

  /** {@code journal}, with witnesses before it. */
  public Journal before(Journal journal) {
    return new Witnessed(journal);
  }

  private void lost(String room, long position) {
    if (position < nexts.getOrDefault(room, 1L)) {
      nexts.put(room, position);
      witnesses.forEach(witness -> witness.lost(room, position));
    }
  }

  private final class Witnessed extends ForwardedJournal {
    private Witnessed(Journal behind) {
      super(behind);
    }

    @Override
    protected Log forwarded(String room, Log log) {
      return new WitnessedLog(room, log);
    }

    @Override
    public CompletionStage<List<String>> rooms() {
      return super.rooms().thenApply(rooms -> {
        for (String room : List.copyOf(nexts.keySet())) {
          if (!rooms.contains(room)) {
            lost(room, 1);
          }
        }
        return rooms;
      });
    }

    @Override
    public CompletionStage<List<Recovered>> reopen(List<String> rooms, Depth depth) {
      return super.reopen(rooms, depth).thenApply(recovered -> {
        recovered.forEach(this::recovered);
        return recovered;
      });
    }

    private void recovered(Recovered recovered) {
      if (recovered instanceof Recovered.Found found) {
        long next = found.from() == null ? 1 : found.from().position() + 1;
        next = found.entries().isEmpty() ? next : found.entries().getLast().next();
        Long before = closed.remove(found.room());
        if (before != null) {
          nexts.put(found.room(), before);
        }
        lost(found.room(), next);
        nexts.put(found.room(), next);
        witnesses.forEach(witness -> witness.recovered(found));
      }
    }
  }

  private final class WitnessedLog extends ForwardedLog {
    private final String room;
    private final int its = life;
    /** Position to the entry there that the witnesses were told of last. */
    private final NavigableMap<Long, Entry> told = new TreeMap<>();

    private WitnessedLog(String room, Log log) {
      super(log);
      this.room = room;
    }

    @Override
    protected Entry forwarded(Entry entry) {
      byte[] bytes = entry.input().get();
      Entry forwarded = new Entry(entry.position(), entry.span(), () -> bytes, entry.patch());
      boolean onWhatIsLost = failed.contains(room) && entry.position() > nexts.getOrDefault(room, 1L);
      if (its == life && !onWhatIsLost) { // else it is refused
        failed.remove(room);
        lost(room, entry.position());
        nexts.put(room, entry.position() + entry.span());
        told.tailMap(entry.position(), true).clear();
        told.put(entry.position(), forwarded);
        RoomInput input = Inscription.read(bytes).input();
        witnesses.forEach(witness -> witness.applied(room, entry.position(), input, entry.patch()));
        if (entry.span() > 1) {
          witnesses.forEach(witness -> witness.idle(room, entry.position() + entry.span() - 1));
        }
      }
      return forwarded;
    }

    /** Whether the room has not gone back since, and appended another in its place. */
    @SuppressWarnings("ReferenceEquality") // what was appended twice are two entries
    private boolean isLast(Entry entry) {
      return its == life && told.get(entry.position()) == entry;
    }

    @Override
    protected Receipt forwarded(Entry entry, Receipt receipt) {
      return new Receipt() {
        @Override
        public void durable() {
          if (isLast(entry)) {
            told.remove(entry.position());
            witnesses.forEach(witness -> witness.stored(room, entry.position()));
          }
          receipt.durable();
        }

        @Override
        public void failed(Throwable cause) {
          if (isLast(entry)) {
            told.remove(entry.position());
            failed.add(room);
            lost(room, entry.position());
          }
          receipt.failed(cause);
        }
      };
    }

    @Override
    public void close() {
      if (its == life) {
        Long next = nexts.remove(room);
        if (next != null) {
          closed.put(room, next);
        }
        witnesses.forEach(witness -> witness.ended(room));
      }
      super.close();
    }
  }
}
