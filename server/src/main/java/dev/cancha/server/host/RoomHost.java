package dev.cancha.server.host;

import dev.cancha.common.game.Game;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.LeftReason;
import dev.cancha.server.host.Member.Known;
import dev.cancha.server.host.Gathering.Item;
import dev.cancha.server.host.Renderer.Rendering;
import dev.cancha.server.journal.Journal;
import dev.cancha.server.room.Outcome;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.PasswordHash;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomConfig;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomInput.Single;
import dev.cancha.server.room.RoomInput.Tick;
import dev.cancha.server.room.RoomRules;
import dev.cancha.server.room.RoomState;
import dev.cancha.server.room.SessionId;
import io.netty.channel.EventLoop;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One room on its event loop: inputs in, steps, journal, release. Owner: {@link #loop()}; the methods that others
 * call hop there by themselves.
 */
public final class RoomHost {
  private static final Logger LOG = LoggerFactory.getLogger(RoomHost.class);
  private static final JsonType<RoomInput> INPUT = JsonType.of(RoomInput.class);
  /** The version of a game's rules; no game says one of its own yet. */
  private static final String RULES = "1";
  /** After a failed journal, how long until the room looks again at who is connected. */
  private static final long RECONCILE_MILLIS = 1_000;

  /** How many ticks a room makes up for when its loop was away. */
  private static final int MOST_TICKS_OWED = 5;

  private static final String BROKEN = "the rules of this game failed, and the room ends";

  private final String id;
  private final EventLoop loop;
  private final RoomPorts ports;
  private final Room<?, ?> room;
  private final Inputs inputs;
  private final Renderer renderer;
  private final Audience audience;
  private final Journal.Log log;
  private final Releases releases;
  private final Door door;
  private final RoomTime time;
  private final Alarms alarms;
  private final Gathering gathering = new Gathering();
  private RoomState state;
  /** The room time at which something is due in {@code state}. */
  private long deadline = Long.MAX_VALUE;
  /** The room time at which {@code state} ticks. */
  private long tickAt = Long.MAX_VALUE;
  private boolean inside;
  private boolean over;

  /** What a room is opened with; the code in {@code config} is not looked at: the listing draws one. */
  public record Opening(Game<?, ?> game, RoomConfig config, RoomLimits limits) {}

  public RoomHost(Opening opening, EventLoop loop, RoomPorts ports) {
    this.loop = loop;
    this.ports = ports;
    id = ports.entropy().id();
    RoomLimits limits = opening.limits();
    room = new Room<>(opening.game(), new RoomRules(limits.lobbyGrace().toMillis(), limits.maxSpectators()));
    inputs = new Inputs(ports.entropy(), ports.wallClock());
    renderer = new Renderer(ports.codec());
    time = new RoomTime(loop);
    alarms = new Alarms(time, () -> run(this::due), () -> run(this::tick), () -> run(this::reconcile));
    String code = ports.listing().reserve(this, opening.config().visibility());
    state = room.open(opening.config().with(opening.config().visibility(), code));
    RoomConfig config = state.config();
    long openedMillis = ports.wallClock().millis();
    log = ports.journal()
        .create(id, () -> new Journal.Opening(opening.game().info().id(), RULES,
            openedMillis, JsonType.of(RoomConfig.class).write(config).utf8()));
    releases = new Releases(log, this::here, this::journalFailed);
    audience = new Audience(this, ports, limits, state);
    door = new Door(this, ports, audience);
  }

  public EventLoop loop() {
    return loop;
  }

  /** What the lobby shows of this room; any thread may ask. */
  public RoomRow row() {
    return audience.row();
  }

  /** Lets someone in who is in no room; answers with Entered or a Refusal. */
  public void enter(Identity who, Link link, Entry entry) {
    run(() -> door.admit(who, link, entry, null));
  }

  /** Lets in who opened this room and set its password. */
  public void enterAsCreator(Identity who, Link link, Entry entry, PasswordHash password) {
    run(() -> door.admit(who, link, entry, password));
  }

  /** Does what a member asks; any other connection than its present one is not heard. */
  public void request(SessionId session, Link link, ClientMessage message) {
    run(() -> serve(session, link, message));
  }

  /** The session has a new connection, and says what it knows; answers with Resumed or NotHere. */
  public void attach(SessionId session, Link link, @Nullable String knownCode, @Nullable Long knownRev) {
    Known known = knownCode == null || knownRev == null ? null : new Known(knownCode, knownRev);
    run(() -> door.reattach(session, link, known));
  }

  /** The connection is lost. */
  public void lost(SessionId session, Link link) {
    run(() -> door.lost(session, link));
  }

  /** The connection missed patches and can take a whole room again. */
  public void resync(SessionId session, Link link) {
    run(() -> releases.behind(() -> audience.whole(session, link, null, false)));
  }

  /** Runs {@code task} on the room's loop: at once where that is this one, unless a task is under way. */
  void run(Runnable task) {
    if (inside || !loop.inEventLoop()) {
      loop.execute(() -> run(task));
      return;
    }
    inside = true;
    catchUp();
    try {
      task.run();
    } finally {
      inside = false;
      audience.flush();
    }
  }

  /** As {@link #run}, but also at once in the middle of a task of this room: a journal that is done at once. */
  private void here(Runnable task) {
    if (loop.inEventLoop() && inside) {
      task.run();
    } else {
      run(task);
    }
  }

  /** Room time, in milliseconds. */
  long now() {
    return time.now();
  }

  Renderer renderer() {
    return renderer;
  }

  /** Whether the asker is in the room, on this connection; else it is told so, or dropped as another's. */
  boolean mayAsk(Asker asker) {
    Member member = audience.member(asker.session());
    if (member != null && !member.speaksThrough(asker.link())) {
      audience.settled(asker.link());
      return false;
    }
    if (member == null || over || state.roster().person(asker.session()) == null) {
      refuse(asker, ErrorCode.NOT_IN_ROOM, Audience.NOT_IN_ROOM);
      return false;
    }
    return true;
  }

  private void serve(SessionId session, Link link, ClientMessage message) {
    Integer re = message instanceof ClientMessage.Request request ? request.id() : null;
    Long seq = message instanceof ClientMessage.Act act ? act.seq() : null;
    Asker asker = new Asker(link, session, Inputs.answer(message), re, seq);
    if (!mayAsk(asker)) {
      return;
    }
    switch (message) {
      case ClientMessage.Configure configure -> door.configure(configure, asker);
      case ClientMessage.Say say -> releases.behind(() -> audience.say(session, say.text(), asker));
      case ClientMessage.Sync sync when ticking() && gathering.waits(session) -> gathering.add(null, asker);
      case ClientMessage.Sync sync -> releases.behind(() -> audience.whole(session, link, re, true));
      case ClientMessage other -> step(inputs.of(other, session, now()), asker);
    }
  }

  RoomState state() {
    return state;
  }

  /** Nothing more happens here. */
  boolean over() {
    return over;
  }

  /** Whether what is asked waits for a tick. */
  boolean ticking() {
    return tickAt != Long.MAX_VALUE;
  }

  /**
   * In a match that ticks, everything waits for the tick. Otherwise deadlines that have come are dealt with first, so
   * that nothing is done in time that has run out.
   */
  void step(Single input, Asker asker) {
    if (ticking()) {
      gathering.add(input, asker);
      return;
    }
    if (!(input instanceof RoomInput.Elapsed) && input.at() >= deadline) {
      elapse(input.at());
      boolean out = input instanceof RoomInput.FromSession from
          && state.roster().person(from.session()) == null;
      if (over || out) {
        door.releaseUnused(input);
        boolean enters = input instanceof RoomInput.Enter;
        refuse(asker, enters ? ErrorCode.NO_SUCH_ROOM : ErrorCode.NOT_IN_ROOM,
            enters ? Door.CLOSED : "you were away for too long");
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
        door.releaseUnused(input);
        refuse(asker, refused.code(), refused.message());
      }
      case Outcome.Unchanged unchanged -> behind(() -> audience.answer(asker), asker);
      case Outcome.Duplicate duplicate -> behind(() -> audience.duplicate(asker), asker);
      case Changed changed -> change(input, changed, List.of(Reply.applied(asker)));
    }
  }

  /** Runs {@code task} when all that is decided has been released, or lost. */
  void afterAllReleased(Runnable task) {
    releases.behind(task);
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
      return ports.steps().step(room, state, input);
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError broken) {
      if (input instanceof Single single) {
        door.releaseUnused(single);
      }
      fail(broken, askers);
      return null;
    }
  }

  /** One tick; where more are due, each has a turn of the loop, so that what came meanwhile is heard. */
  private void tick() {
    long at = tickAt;
    if (over || at > now()) {
      setAlarms();
      return;
    }
    if (deadline <= at) {
      gathering.addDue(new RoomInput.Elapsed(at, inputs.draw()), deadline);
    }
    List<Item> items = gathering.take();
    Tick tick = new Tick(at, Gathering.inputs(items));
    if (decide(tick, items.stream().map(Item::asker).toList()) instanceof Changed changed) {
      change(tick.effective(changed.verdicts()), changed, Gathering.replies(items, changed.verdicts()));
    }
    items.forEach(item -> door.releaseUnused(item.input()));
  }

  /** For a loop that was away the room's time stands still, but for the ticks that it owes. */
  private void catchUp() {
    if (ticking() && time.now() - tickAt >= room.tickMillis(MOST_TICKS_OWED)) {
      time.giveBack(time.now() - tickAt - room.tickMillis(MOST_TICKS_OWED - 1));
    }
  }

  private void change(RoomInput input, Changed changed, List<Reply> replies) {
    Rendering rendering;
    try {
      rendering = renderer.render(state, changed);
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError broken) {
      fail(broken, replies.stream().map(Reply::asker).toList());
      return;
    }
    String oldCode = state.config().code();
    String newCode = changed.state().config().code();
    stand(changed.state());
    over |= changed.closed();
    releases.append(
        new Journal.Entry(state.position(), () -> INPUT.write(input).utf8(), rendering.patch().utf8()),
        () -> show(changed, rendering, replies), () -> {
          if (!newCode.equals(oldCode)) {
            ports.listing().release(newCode);
          }
          audience.unstored(replies);
        });
    setAlarms();
  }

  private void stand(RoomState next) {
    state = next;
    deadline = room.deadline(next).orElse(Long.MAX_VALUE);
    tickAt = room.nextTick(next).orElse(Long.MAX_VALUE);
  }

  private void show(Changed changed, Rendering rendering, List<Reply> replies) {
    audience.show(changed, rendering, replies);
    if (changed.closed()) {
      close();
    }
  }

  private void setAlarms() {
    if (over) {
      alarms.cancel();
    } else {
      alarms.set(deadline, tickAt);
    }
  }

  private void due() {
    elapse(now());
    setAlarms();
  }

  void elapse(long at) {
    if (!over && !ticking() && at >= deadline) {
      step(new RoomInput.Elapsed(at, inputs.draw()), Asker.NOBODY);
    }
  }

  /** The rules broke: this room ends, and no other notices. */
  private void fail(Throwable broken, List<Asker> askers) {
    LOG.error("room {} of {} ends: its rules failed", id, state.shown().document().game(), broken);
    over = true;
    setAlarms();
    releases.behind(() -> {
      askers.forEach(asker -> audience.refuse(asker, ErrorCode.INTERNAL, BROKEN));
      audience.breakUp(BROKEN, askers);
      close();
    });
  }

  /** Back to what is stored: what was decided since is gone, and everyone is told how the room really is. */
  private void journalFailed(List<Releases.Waiting> lost) {
    LOG.error("room {}: {} inputs could not be stored", id, lost.size());
    stand(audience.released());
    over = false;
    alarms.pause(now() + RECONCILE_MILLIS);
    lost.forEach(Releases.Waiting::refuse);
    gathering.take().forEach(item -> audience.unstored(List.of(Reply.applied(item.asker()))));
    audience.wholeToAll();
  }

  private void reconcile() {
    if (!over) {
      audience.disagreements(state, now()).forEach(input -> step(input, Asker.NOBODY));
      closeIfNeverEntered();
    }
    setAlarms();
  }

  /** Who created the room was gone before it was in, and nobody else can know of it. */
  void closeIfNeverEntered() {
    if (!over && !state.config().permanent() && state.roster().people().isEmpty() && releases.isEmpty()) {
      over = true;
      close();
    }
  }

  private void close() {
    over = true;
    alarms.cancel();
    audience.close(LeftReason.CLOSED);
    log.close();
    ports.listing().release(audience.released().config().code());
    ports.listing().closed(this);
  }
}
