package dev.cancha.server.journal;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the inputs of rooms, and the matches that were played in them. Any thread may call it, and nothing here blocks
 * but {@link #matches()}; a log belongs to its room's event loop.
 *
 * <p>Suppliers are called once, off the rooms' loops, and only by a journal that stores: what they read must be
 * immutable.
 */
public interface Journal {
  /**
   * The log of a new room. It is owned from the start, with epoch 1; but nothing is stored before its first entry,
   * and the opening is stored together with that.
   */
  Log create(String room, Supplier<Opening> opening);

  /** The rooms that are open here, oldest first, without those that were set aside. */
  CompletionStage<List<String>> rooms();

  /**
   * Takes {@code rooms} over: each gets a log with an epoch of its own, and every older log of it is fenced. What was
   * appended before is settled first. Some hundred rooms at a time keep memory low, and several such calls may be
   * under way. A room that is not known is left out.
   */
  CompletionStage<List<Recovered>> reopen(List<String> rooms, Depth depth);

  /** The matches that are over. */
  Matches matches();

  /**
   * Deletes the matches that ended before {@code endedBeforeMillis} (since 1970), and the oldest of the others until
   * {@code most} are left; a few at a time between the commits.
   */
  void prune(long endedBeforeMillis, int most);

  /** How many appends are not settled yet: when it rises and rises, the disk does not keep up. */
  int waiting();

  /** From where a room is to be folded. */
  enum Depth {
    /** From its latest snapshot, which is the quickest. */
    SNAPSHOT,
    /** From before its running match, where other rules than those of the snapshot are to be tried. */
    BASE
  }

  /**
   * One room's inputs. Appends are made, and receipts given, in the order of their positions. After one has failed,
   * those behind it fail too, until the room appends the first position that is not stored: so a room folds again from
   * what is stored and goes on, on this log or on one from {@link Journal#reopen}.
   */
  interface Log {
    /** Rises with each owner of the room. An older owner's appends fail with {@link Fenced}. */
    long epoch();

    void append(Entry entry, Receipt receipt);

    /**
     * As {@link #append}, where nobody waits for the receipt: it may be stored a little later, together with more.
     */
    default void appendSoon(Entry entry, Receipt receipt) {
      append(entry, receipt);
    }

    /**
     * Appends the input that ended a match, and stores the match with all of its inputs: both or neither. A match that
     * is stored already, by its id, stays as it is.
     */
    void finish(Entry last, Supplier<FinishedMatch> match, Receipt receipt);

    /**
     * Stores the state after {@code position}, behind what was appended. Nothing tells whether it worked: without it
     * the room is folded from an older one.
     *
     * @param position of an entry that was appended
     * @param base 0 or the position of a snapshot, this one too: what stands before it is not needed any more. Keeping
     *     it before the start of the running match keeps that match whole
     */
    void snapshot(long position, long base, Supplier<State> state);

    /** The room cannot be folded: it stays stored for people to look at, and is not among the open ones any more. */
    void setAside(String reason);

    /** The room has ended: nothing more is appended, and all that is stored of it goes, but for its matches. */
    void close();
  }

  /**
   * One input, or a run of inputs such as empty ticks.
   *
   * @param position its place in the room's order, from 1; the next entry's is larger by {@code span}
   * @param span how many positions it takes, at least 1
   * @param input its bytes
   * @param patch the public merge patch that it led to, whose CRC-32C tells a replay whether it led there again
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over to be written, never compared
  record Entry(long position, int span, Supplier<byte[]> input, byte[] patch) {
    public Entry {
      if (position < 1 || span < 1) {
        throw new IllegalArgumentException("position " + position + " and span " + span + " start at 1");
      }
    }

    public Entry(long position, Supplier<byte[]> input, byte[] patch) {
      this(position, 1, input, patch);
    }
  }

  /**
   * A room's state.
   *
   * @param bytes in the room's own encoding
   * @param hash of the state, in the room's own form
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over to be written, never compared
  record State(byte[] bytes, String hash) {}

  /** Told once what became of an append, on any thread. */
  interface Receipt {
    /** It, and everything before it in this log, is on disk. */
    void durable();

    /** It is not, and nothing appended after it will be. The cause is a {@link NotStored} with a sentence. */
    void failed(Throwable cause);
  }

  /**
   * How a room begins.
   *
   * @param game the id of its game
   * @param rules the version of the game's rules
   * @param openedMillis wall-clock time, since 1970
   * @param config in the room's own encoding
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over to be written, never compared
  record Opening(String game, String rules, long openedMillis, byte[] config) {}

  /** A room that was asked for. */
  sealed interface Recovered {
    String room();

    /**
     * All that is needed to go on.
     *
     * @param from the state to fold from; absent: from the opening
     * @param latest the latest state that is stored, to compare with; absent where there is none
     * @param entries all behind {@code from}, without a gap
     * @param log to append to from now on
     */
    record Found(String room, Opening opening, @Nullable Snapshot from, @Nullable Snapshot latest,
        List<StoredEntry> entries, Log log) implements Recovered {}

    /** What is stored of it makes no sense to this version. It stays where it is. */
    record Unreadable(String room, String reason) implements Recovered {}
  }

  /** A {@link State} as it was stored, after the entry at {@code position}. */
  record Snapshot(long position, State state) {}

  /**
   * An {@link Entry} as it was stored.
   *
   * @param patchCrc the CRC-32C of its patch
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  record StoredEntry(long position, int span, byte[] input, int patchCrc) {
    /** The position after the last that it takes. */
    public long next() {
      return position + span;
    }
  }
}
