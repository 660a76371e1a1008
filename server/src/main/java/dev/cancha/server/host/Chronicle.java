package dev.cancha.server.host;

import dev.cancha.common.game.Result;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Phase;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.foreign.GivenUp;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.Entry;
import dev.cancha.server.journal.Journal.Log;
import dev.cancha.server.journal.Journal.Receipt;
import dev.cancha.server.journal.Journal.State;
import dev.cancha.server.room.Inscription;
import dev.cancha.server.room.MatchBase;
import dev.cancha.server.room.MatchEnd;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomState;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a room's steps into its log: the inputs, a snapshot now and then, and each match that is over. Where the room
 * may show what is not on disk, ticks to which nobody had anything to say are one entry together. Owner: the room's
 * event loop.
 */
final class Chronicle {
  /** How many positions may stand behind a snapshot. */
  private static final int BETWEEN_SNAPSHOTS = 256;
  /** How many may stand before a match without a snapshot at its start. */
  private static final int BEFORE_A_MATCH = 64;
  /** How much room time one run of idle ticks may take: it is lost with the process. */
  private static final long RUN_MILLIS = 400;

  /** Of a match whose last state cannot be written. */
  private static final String NO_HASH = "0".repeat(64);

  private static final JsonType<Result> RESULT = JsonType.of(Result.class);

  private final Log log;
  private final Subject subject;
  private final InstantSource wallClock;
  private final List<Held> run = new ArrayList<>();
  /** The position of the last snapshot, and of the last one before the running match. */
  private long snapshotAt;
  private long base;
  /** Of a foreign game, the step that is appended next. */
  private @Nullable Prepared prepared;
  /** The game's code cannot write its own states. */
  private boolean unwritable;

  /**
   * What is written about.
   *
   * @param relaxed whether idle ticks may wait for the next of them
   * @param foreign whether the game's code, which has a part in what is written, must not run on the journal's thread
   */
  record Subject(String id, Room<?, ?> room, String game, String rules, boolean relaxed, boolean foreign) {}

  /** What of a step was made on the room's loop. */
  @SuppressWarnings("ArrayRecordComponent") // handed over to be written, never compared
  private record Prepared(Decided decided, byte[] input, @Nullable FinishedMatch match) {}

  private record Held(Decided decided, Receipt receipt) {}

  /**
   * @param position of the last snapshot that is stored, 0 where there is none
   */
  Chronicle(Log log, Subject subject, InstantSource wallClock, long position) {
    this.log = log;
    this.subject = subject;
    this.wallClock = wallClock;
    snapshotAt = position;
  }

  /** Makes what the code of a foreign game has a part in, so that it fails here, before the step is appended. */
  void prepare(Decided decided) {
    if (subject.foreign()) {
      MatchEnd ended = decided.changed().ended();
      prepared = new Prepared(decided, inscription(decided),
          ended == null ? null : finished(ended, decided, wallClock.millis()));
    }
  }

  void append(Decided decided, Receipt receipt) {
    if (subject.relaxed() && decided.idle()) {
      run.add(new Held(decided, receipt));
      if (decided.input().at() - run.getFirst().decided().input().at() >= RUN_MILLIS) {
        endRun();
      }
      return;
    }
    endRun();
    if (decided.startsMatch()) {
      beforeMatch(decided);
    }
    write(decided, receipt);
    snapshot(decided.after());
  }

  /** The room goes back to {@code position}, which is stored, and nothing behind it is. */
  void backTo(long position) {
    run.clear();
    snapshotAt = Math.min(snapshotAt, position);
    base = Math.min(base, position);
  }

  void close() {
    run.clear();
    log.close();
  }

  /** Closes the log from another thread, when the room's will never come back. */
  void disown() {
    (log instanceof GuardedLog guarded ? guarded.log() : log).close();
  }

  @SuppressWarnings("ReferenceEquality") // a step is itself; its states would be compared by the game's code
  private void write(Decided decided, Receipt receipt) {
    Prepared made = prepared != null && prepared.decided() == decided ? prepared : null;
    prepared = null;
    Entry entry = new Entry(decided.position(), made != null ? made::input : () -> inscription(decided),
        decided.patch().utf8());
    MatchEnd ended = decided.changed().ended();
    if (ended == null) {
      append(entry, receipt);
    } else {
      long now = wallClock.millis();
      FinishedMatch match = made != null ? made.match() : null;
      log.finish(entry, () -> match != null ? match : finished(ended, decided, now), receipt);
    }
  }

  private byte[] inscription(Decided decided) {
    RoomState from = decided.startsMatch() ? decided.before() : null;
    return new Inscription(decided.input(), from == null ? null : MatchBase.of(subject.room(), from)).write();
  }

  /** What a relaxed room has shown already nobody waits for. */
  private void append(Entry entry, Receipt receipt) {
    if (subject.relaxed()) {
      log.appendSoon(entry, receipt);
    } else {
      log.append(entry, receipt);
    }
  }

  private FinishedMatch finished(MatchEnd ended, Decided decided, long now) {
    List<FinishedMatch.Player> players = new ArrayList<>();
    ended.players()
        .forEach(
            (seat, player) -> players
                .add(new FinishedMatch.Player(seat, player.id(), player.name(), player.bot())));
    boolean listed = decided.before().config().visibility() == Visibility.PUBLIC
        && decided.before().config().password() == null;
    return new FinishedMatch(ended.id(), subject.id(), subject.game(), subject.rules(), ended.seed().hex(),
        listed,
        new FinishedMatch.Times(ended.startedMillis(), now), players,
        listed ? List.of() : decided.members(),
        new FinishedMatch.Outcome(RESULT.write(ended.result()).toString(), hash(ended)),
        new FinishedMatch.Positions(ended.position(), decided.position()));
  }

  /** A match that its own rules broke is kept all the same. */
  private String hash(MatchEnd ended) {
    try {
      return subject.room().hash(ended);
    } catch (GivenUp gone) {
      throw gone;
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError broken) {
      if (!subject.foreign()) {
        throw broken;
      }
      RoomHost.LOG.warn("room {} of {}: the end of its match cannot be written: {}", subject.id(),
          subject.game(), broken.toString());
      return NO_HASH;
    }
  }

  /** Idle ticks as one entry: the first of them, which leads to all others; its patches one after the other. */
  private void endRun() {
    if (run.isEmpty()) {
      return;
    }
    List<Held> held = List.copyOf(run);
    run.clear();
    Decided first = held.getFirst().decided();
    int bytes = held.stream().mapToInt(one -> one.decided().patch().length()).sum();
    byte[] patches = new byte[bytes];
    int end = 0;
    for (Held one : held) {
      byte[] patch = one.decided().patch().utf8();
      System.arraycopy(patch, 0, patches, end, patch.length);
      end += patch.length;
    }
    append(
        new Entry(first.position(), held.size(), () -> new Inscription(first.input(), null).write(), patches),
        new Receipt() {
          @Override
          public void durable() {
            held.forEach(one -> one.receipt().durable());
          }

          @Override
          public void failed(Throwable cause) {
            held.forEach(one -> one.receipt().failed(cause));
          }
        });
    snapshot(held.getLast().decided().after());
  }

  /** What stands before the match is not needed any more. */
  private void beforeMatch(Decided start) {
    long before = start.before().position();
    if (before - base >= BEFORE_A_MATCH) {
      base = before;
      store(start.before());
    }
  }

  private void snapshot(RoomState state) {
    if (state.position() - snapshotAt >= BETWEEN_SNAPSHOTS) {
      if (state.phase() != Phase.PLAYING) {
        base = state.position();
      }
      store(state);
    }
  }

  private void store(RoomState state) {
    snapshotAt = state.position();
    Room<?, ?> room = subject.room();
    if (!room.readable() || unwritable) {
      return;
    }
    if (!subject.foreign()) {
      log.snapshot(state.position(), base, () -> image(room, state));
      return;
    }
    State image;
    try {
      image = image(room, state);
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError broken) {
      unwritable = true; // then it is folded from further back
      RoomHost.LOG.warn("room {} of {}: its states cannot be written: {}", subject.id(), subject.game(),
          broken.toString());
      return;
    }
    log.snapshot(state.position(), base, () -> image);
  }

  private static State image(Room<?, ?> room, RoomState state) {
    Json written = Objects.requireNonNull(room.write(state));
    return new State(written.utf8(), Room.hash(written));
  }
}
