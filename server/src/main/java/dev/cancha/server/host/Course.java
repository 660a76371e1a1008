package dev.cancha.server.host;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.server.host.Gathering.Item;
import dev.cancha.server.host.Renderer.Rendering;
import dev.cancha.server.foreign.GivenUp;
import dev.cancha.server.journal.Fenced;
import dev.cancha.server.room.Outcome;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomInput.Single;
import dev.cancha.server.room.RoomInput.Tick;
import dev.cancha.server.room.RoomState;
import dev.cancha.server.room.SessionId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The course of a room: which step comes next, what it leads to, and what wakes the room by itself. Its state is ahead
 * of what is released. Owner: the room's event loop.
 */
final class Course {
  /** After a failed journal, how long until the room looks again at who is connected. */
  private static final long RECONCILE_MILLIS = 1_000;
  /** How many ticks a room makes up for when its loop was away. */
  private static final int MOST_TICKS_OWED = 5;
  private static final long NEVER = Long.MAX_VALUE;
  private static final String BROKEN = "the rules of this game failed, and the room ends";
  private static final String TOO_LONG = "the rules of this game took too long, and the room ends";

  private final RoomHost host;
  private final RoomPorts ports;
  private final Room<?, ?> room;
  private final RoomTime time;
  private final boolean relaxed;
  private final Audience audience;
  private final Releases releases;
  private final Inputs inputs;
  private final Alarms alarms;
  private final DueTime dueTime;
  private final Thinking thinking;
  private final Gathering gathering = new Gathering();
  private RoomState state;
  /** The room time at which something is due in {@code state}. */
  private long deadline = NEVER;
  /** The room time at which {@code state} ticks. */
  private long tickAt = NEVER;
  /** Nothing happens before the room has gone on from what is stored. */
  private RoomInput.@Nullable Restored restoring;
  /** The last position that was stored when the journal failed. */
  private long failedAfter = NEVER;
  private boolean over;
  /** The room is closed for good, whatever becomes of what it has written. */
  private boolean closed;

  Course(RoomHost host, RoomPorts ports, Ground ground, Audience audience) {
    this.host = host;
    this.ports = ports;
    room = ground.room();
    dueTime = new DueTime(room);
    time = ground.time();
    relaxed = ground.relaxed();
    state = ground.state();
    this.audience = audience;
    inputs = new Inputs(ports, state.shown().document().game());
    thinking = new Thinking(host, ports, ground);
    alarms = new Alarms(time, () -> host.run(this::due), () -> host.run(this::tick),
        () -> host.run(this::reconcile));
    releases = new Releases(ground.chronicle(), relaxed, state,
        new Releases.Way(host::here, this::journalFailed));
    stand(state);
  }

  RoomState state() {
    return state;
  }

  Releases releases() {
    return releases;
  }

  Inputs inputs() {
    return inputs;
  }

  /** Nothing more happens here. */
  boolean over() {
    return over;
  }

  /** Whether what is asked waits for a tick. */
  boolean ticking() {
    return tickAt != NEVER;
  }

  /** Whether something of {@code session} waits for a tick. */
  boolean waits(SessionId session) {
    return ticking() && gathering.waits(session);
  }

  /** Answers {@code asker} after what waits for the tick. */
  void answerAfterTick(Asker asker) {
    gathering.add(null, asker);
  }

  /**
   * The room was folded from its journal: all connections are lost, and all graces start anew. A relaxed room goes on
   * beyond what may have been shown.
   */
  void comeBack() {
    restoring = new RoomInput.Restored(host.now(), relaxed ? Releases.AHEAD_REVISIONS : 0, true);
    if (relaxed) {
      audience.mute();
    }
    goOn();
    setAlarms();
  }

  /** Goes on from what is stored, where that is still to be done; before anything else is. */
  void goOn() {
    RoomInput.Restored input = restoring;
    if (input == null) {
      return;
    }
    restoring = null;
    stand(state);
    Outcome outcome = decide(input, List.of());
    if (outcome instanceof Changed changed) {
      change(input, changed, List.of());
    }
  }

  /**
   * In a match that ticks, everything waits for the tick. Otherwise deadlines that have come are dealt with first, so
   * that nothing is done in time that has run out.
   */
  void step(Single input, Asker asker) {
    boolean open = !over;
    goOn();
    if (open && over) { // nobody was in it any more
      tooLate(input, asker);
      return;
    }
    if (ticking()) {
      gathering.add(input, asker);
      return;
    }
    if (!(input instanceof RoomInput.Elapsed) && input.at() >= deadline) {
      elapse(input.at());
      boolean out = input instanceof RoomInput.FromSession from
          && state.roster().person(from.session()) == null;
      if (over || out) {
        tooLate(input, asker);
        return;
      }
      if (ticking()) {
        gathering.add(input, asker);
        return;
      }
    }
    switch (decide(input, List.of(asker))) {
      case null -> {
        // the room has ended
      }
      case Outcome.Refused refused -> {
        releaseUnused(input);
        refuse(asker, refused.code(), refused.message());
      }
      case Outcome.Unchanged unchanged -> behind(() -> audience.answer(asker), asker);
      case Outcome.Duplicate duplicate -> behind(() -> audience.duplicate(asker), asker);
      case Changed changed -> change(input, changed, List.of(Reply.applied(asker)));
    }
  }

  private void tooLate(Single input, Asker asker) {
    releaseUnused(input);
    boolean enters = input instanceof RoomInput.Enter;
    refuse(asker, enters ? ErrorCode.NO_SUCH_ROOM : ErrorCode.NOT_IN_ROOM,
        enters ? Door.CLOSED : "you were away for too long");
  }

  /** Behind what waits, and not at all where that is lost: then the refusal may be wrong. */
  void refuse(Asker asker, ErrorCode code, String message) {
    behind(() -> audience.refuse(asker, code, message), asker);
  }

  private void behind(Runnable answer, Asker asker) {
    releases.behind(answer, () -> audience.unstored(List.of(Reply.applied(asker))));
  }

  /** Null where the rules broke. */
  private @Nullable Outcome decide(RoomInput input, List<Asker> askers) {
    try {
      Outcome outcome = ports.steps().step(room, state, input);
      host.home().afford();
      return outcome;
    } catch (GivenUp gone) {
      throw gone;
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError broken) {
      if (input instanceof Single single) {
        releaseUnused(single);
      }
      fail(broken, askers);
      return null;
    }
  }

  /** One tick; where more are due, each has a turn of the loop, so that what came meanwhile is heard. */
  private void tick() {
    long at = tickAt;
    long lateNanos = time.nanosSince(at);
    if (over || lateNanos < 0) {
      setAlarms();
      return;
    }
    ports.ticks().taken(lateNanos);
    if (deadline <= at) {
      gathering.addDue(new RoomInput.Elapsed(at, inputs.draw()), deadline);
    }
    List<Item> items = gathering.take();
    Tick tick = new Tick(at, Gathering.inputs(items));
    if (decide(tick, items.stream().map(Item::asker).toList()) instanceof Changed changed) {
      change(tick.effective(changed.verdicts()), changed, Gathering.replies(items, changed.verdicts()));
    }
    items.forEach(item -> releaseUnused(item.input()));
  }

  /** For a loop that was away the room's time stands still, but for the ticks that it owes. */
  void catchUp() {
    if (ticking() && time.now() - tickAt >= room.tickMillis(MOST_TICKS_OWED)) {
      time.giveBack(time.now() - tickAt - room.tickMillis(MOST_TICKS_OWED - 1));
    }
  }

  private void change(RoomInput input, Changed changed, List<Reply> replies) {
    Rendering rendering;
    Decided decided;
    try {
      rendering = host.renderer().render(state, changed);
      decided = new Decided(state, input, changed, rendering.patch());
      releases.prepare(decided);
      host.home().afford();
    } catch (GivenUp gone) {
      throw gone;
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError broken) {
      fail(broken, replies.stream().map(Reply::asker).toList());
      return;
    }
    stand(changed.state());
    over |= changed.closed();
    releases.append(decided, () -> show(changed, rendering, replies), () -> lose(decided, replies));
    setAlarms();
  }

  private void lose(Decided decided, List<Reply> replies) {
    String drawn = decided.after().config().code();
    if (!drawn.equals(decided.before().config().code())) {
      ports.listing().release(drawn);
    }
    audience.unstored(replies);
  }

  private void stand(RoomState next) {
    state = next;
    deadline = restoring != null ? NEVER : dueTime.in(next);
    tickAt = restoring != null ? NEVER : room.nextTick(next).orElse(NEVER);
  }

  private void show(Changed changed, Rendering rendering, List<Reply> replies) {
    audience.show(changed, rendering, replies);
    if (changed.closed()) {
      host.close();
    }
  }

  private void setAlarms() {
    if (over) {
      alarms.cancel();
      thinking.end();
    } else if (alarms.set(deadline, tickAt)) {
      thinking.look(state);
    }
  }

  private void due() {
    elapse(time.now());
    setAlarms();
  }

  void elapse(long at) {
    if (!over && !ticking() && at >= deadline) {
      step(new RoomInput.Elapsed(at, inputs.draw()), Asker.NOBODY);
    }
  }

  /**
   * The rules broke, or took too long: this room ends, and no other notices. What broke them is in no journal, so that
   * they do not break again.
   */
  void fail(Throwable broken, List<Asker> askers) {
    host.home().requireHere();
    RoomHost.LOG.error("room {} of {} ends: its rules failed", host.id(), state.shown().document().game(),
        broken);
    RoomInput input = new RoomInput.Aborted(Math.max(state.at(), time.now()));
    Changed changed = (Changed) room.step(state, input);
    Decided decided = new Decided(state, input, changed, Json.emptyObject());
    stand(changed.state());
    over = true;
    setAlarms();
    releases.prepare(decided);
    String why = broken instanceof OverBudget ? TOO_LONG : BROKEN;
    List<Asker> all = new ArrayList<>(askers);
    gathering.take().forEach(item -> all.add(item.asker()));
    releases.append(decided, () -> {
      all.forEach(asker -> audience.refuse(asker, ErrorCode.INTERNAL, why));
      audience.breakUp(why, all);
      host.close();
    }, () -> all.forEach(asker -> audience.unstored(List.of(Reply.applied(asker)))));
  }

  /** The room is lost to its thread; this is another, and only what bots have outside is let go. */
  void abandon() {
    thinking.abandon();
  }

  /**
   * Back to what is stored: what was decided since is gone, and everyone is told how the room really is. Where some of
   * it was shown already, nothing is shown before that is behind the room for good.
   */
  private void journalFailed(List<Releases.Waiting> lost, Throwable cause) {
    if (releases.stored().position() != failedAfter) { // once, however often it is tried again
      failedAfter = releases.stored().position();
      RoomHost.LOG.error("room {}: {} inputs could not be stored: {}", host.id(), lost.size(),
          cause.getMessage());
    }
    if (cause instanceof Fenced || closed) {
      lost.forEach(Releases.Waiting::refuse);
      gathering.take().forEach(item -> audience.unstored(List.of(Reply.applied(item.asker()))));
      if (!closed) {
        host.close(); // it lives on elsewhere
      }
      return;
    }
    over = false;
    if (relaxed) {
      restoring = new RoomInput.Restored(time.now(), Releases.AHEAD_REVISIONS, false);
      audience.mute();
    }
    stand(releases.stored());
    thinking.forget();
    alarms.pause(time.now() + RECONCILE_MILLIS);
    lost.forEach(Releases.Waiting::refuse);
    gathering.take().forEach(item -> audience.unstored(List.of(Reply.applied(item.asker()))));
    audience.wholeToAll();
  }

  private void reconcile() {
    goOn();
    if (!over) {
      audience.disagreements(state, time.now()).forEach(this::setRight);
      closeIfNeverEntered();
    }
    setAlarms();
  }

  /** The one before may have found graces over, and so this one's too. */
  private void setRight(RoomInput.FromSession input) {
    if (!over && state.roster().person(input.session()) != null) {
      step(input, Asker.NOBODY);
    }
  }

  /** Who created the room was gone before it was in, and nobody else can know of it. */
  void closeIfNeverEntered() {
    if (!over && !state.config().permanent() && state.roster().people().isEmpty() && releases.isEmpty()) {
      host.close();
    }
  }

  /** The room is closed. */
  void end() {
    over = true;
    closed = true;
    alarms.cancel();
    thinking.end();
  }

  /** A code was drawn for a room that might become private, and did not. */
  private void releaseUnused(@Nullable Single input) {
    if (input instanceof RoomInput.Configure configure
        && !state.config().code().equals(configure.newCode())) {
      ports.listing().release(configure.newCode());
    }
  }
}
