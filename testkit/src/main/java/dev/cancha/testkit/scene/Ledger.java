package dev.cancha.testkit.scene;

import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal;
import dev.cancha.server.journal.Matches;
import dev.cancha.server.room.Inscription;
import dev.cancha.server.room.RoomInput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The server's journal, with witnesses: what a room gave it is what the room did. Changes nothing of what the journal
 * behind it promises. Owner: the world's thread.
 */
public final class Ledger implements Journal {
  private final Journal behind;
  private final List<Witness> witnesses = new ArrayList<>();

  /** Is told what rooms did, in order. */
  public interface Witness {
    /**
     * {@code input} changed {@code room}, as its input at {@code position}, and led to the public {@code patch}; of a
     * tick, {@link #singles} are what took effect within it.
     */
    void applied(String room, long position, RoomInput input, byte[] patch);

    /** The tick that was told last was followed by others without inputs, up to the one at {@code position}. */
    default void idle(String room, long position) {}

    default void ended(String room) {}
  }

  /** All that {@code input} does, in order: what a tick carries, or the input itself. */
  public static List<RoomInput.Single> singles(RoomInput input) {
    return switch (input) {
      case RoomInput.Tick tick -> tick.inputs();
      case RoomInput.Single single -> List.of(single);
    };
  }

  public Ledger(Journal behind) {
    this.behind = behind;
  }

  public void add(Witness witness) {
    witnesses.add(witness);
  }

  @Override
  public Log create(String room, Supplier<Opening> opening) {
    return new Witnessed(room, behind.create(room, opening));
  }

  @Override
  public CompletionStage<List<String>> rooms() {
    return behind.rooms();
  }

  @Override
  public CompletionStage<List<Recovered>> reopen(List<String> rooms, Depth depth) {
    return behind.reopen(rooms, depth)
        .thenApply(recovered -> recovered.stream().map(this::witnessed).toList());
  }

  private Recovered witnessed(Recovered recovered) {
    return switch (recovered) {
      case Recovered.Found found ->
        new Recovered.Found(found.room(), found.opening(), found.from(), found.latest(),
            found.entries(), new Witnessed(found.room(), found.log()));
      case Recovered.Unreadable unreadable -> unreadable;
    };
  }

  @Override
  public Matches matches() {
    return behind.matches();
  }

  @Override
  public void prune(long endedBeforeMillis, int most) {
    behind.prune(endedBeforeMillis, most);
  }

  @Override
  public int waiting() {
    return behind.waiting();
  }

  private final class Witnessed implements Log {
    private final String room;
    private final Log log;

    private Witnessed(String room, Log log) {
      this.room = room;
      this.log = log;
    }

    @Override
    public long epoch() {
      return log.epoch();
    }

    @Override
    public void append(Entry entry, Receipt receipt) {
      witness(entry);
      log.append(entry, receipt);
    }

    @Override
    public void finish(Entry last, Supplier<FinishedMatch> match, Receipt receipt) {
      witness(last);
      log.finish(last, match, receipt);
    }

    private void witness(Entry entry) {
      RoomInput input = Inscription.read(entry.input().get()).input();
      witnesses.forEach(witness -> witness.applied(room, entry.position(), input, entry.patch()));
      if (entry.span() > 1) {
        witnesses.forEach(witness -> witness.idle(room, entry.position() + entry.span() - 1));
      }
    }

    @Override
    public void snapshot(long position, long base, Supplier<State> state) {
      log.snapshot(position, base, state);
    }

    @Override
    public void setAside(String reason) {
      log.setAside(reason);
    }

    @Override
    public void close() {
      witnesses.forEach(witness -> witness.ended(room));
      log.close();
    }
  }
}
