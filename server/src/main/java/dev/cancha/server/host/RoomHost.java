package dev.cancha.server.host;

import dev.cancha.common.game.Game;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.LeftReason;
import dev.cancha.server.host.Asker.Answer;
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
import java.util.concurrent.TimeUnit;
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
  private final Alarm alarm;
  private final Alarm pulse;
  /** What waits for the next tick. */
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
    inputs = new Inputs(ports.entropy());
    renderer = new Renderer(ports.codec());
    log = ports.journal().open(id);
    releases = new Releases(log, this::here, this::journalFailed);
    time = new RoomTime(loop);
    alarm = new Alarm(time, () -> run(this::due));
    pulse = new Alarm(time, () -> run(this::tick));
    String code = ports.listing().reserve(this, opening.config().visibility());
    state = room.open(opening.config().with(opening.config().visibility(), code));
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
    run(() -> {
      Member member = audience.member(session);
      if (member == null || state.roster().person(session) == null || over) {
        audience.tell(link, new Delivery.NotHere());
        return;
      }
      member.link = link;
      member.live = false;
      member.known = knownCode == null || knownRev == null ? null : new Known(knownCode, knownRev);
      step(new RoomInput.Back(now(), session), new Asker(link, session, Answer.RESUMED, null, null));
    });
  }

  /** The connection is lost. */
  public void lost(SessionId session, Link link) {
    run(() -> {
      Member member = audience.member(session);
      if (member != null && member.speaksThrough(link)) {
        member.link = null;
        member.live = false;
        if (state.roster().person(session) != null) {
          step(new RoomInput.Lost(now(), session), Asker.nobody(session));
        }
      }
    });
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
      releases.behind(() -> audience.refuse(asker, ErrorCode.NOT_IN_ROOM, Audience.NOT_IN_ROOM));
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
      step(new RoomInput.Elapsed(input.at(), inputs.draw()), Asker.nobody(asker.session()));
      if (over
          || (input instanceof RoomInput.FromSession from && state.roster().person(from.session()) == null)) {
        releases.behind(() -> audience.refuse(asker, ErrorCode.NOT_IN_ROOM, "you were away for too long"));
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
      case Outcome.Refused refused ->
        releases.behind(() -> audience.refuse(asker, refused.code(), refused.message()));
      case Outcome.Unchanged unchanged -> releases.behind(() -> audience.answer(asker));
      case Outcome.Duplicate duplicate -> releases.behind(() -> audience.duplicate(asker));
      case Changed changed -> change(input, changed, List.of(Reply.applied(asker)));
    }
  }

  /** Null where the rules broke. */
  private @Nullable Outcome decide(RoomInput input, List<Asker> askers) {
    try {
      return room.step(state, input);
    } catch (RuntimeException | StackOverflowError broken) {
      fail(broken, askers);
      return null;
    }
  }

  /** One tick; where more are due, each has a turn of the loop, so that what came meanwhile is heard. */
  private void tick() {
    long at = tickAt;
    if (over || at > now()) {
      setAlarm();
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
    } catch (RuntimeException | StackOverflowError broken) {
      fail(broken, replies.stream().map(Reply::asker).toList());
      return;
    }
    stand(changed.state());
    over |= changed.closed();
    releases.append(
        new Journal.Entry(state.position(), () -> INPUT.write(input).utf8(), rendering.patch().utf8()),
        () -> show(changed, rendering, replies), () -> audience.unstored(replies));
    setAlarm();
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

  /** A match that ticks looks at the deadlines itself. */
  private void setAlarm() {
    if (over || !ticking()) {
      pulse.cancel();
    } else {
      pulse.by(tickAt);
    }
    if (!over && !ticking()) {
      alarm.by(deadline);
    }
  }

  private void due() {
    if (!over && !ticking() && now() >= deadline) {
      step(new RoomInput.Elapsed(now(), inputs.draw()), Asker.NOBODY);
    }
    setAlarm();
  }

  /** The rules broke: this room ends, and no other notices. */
  private void fail(Throwable broken, List<Asker> askers) {
    LOG.error("room {} of {} ends: its rules failed", id, state.shown().document().game(), broken);
    over = true;
    setAlarm();
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
    lost.forEach(Releases.Waiting::refuse);
    gathering.take().forEach(item -> audience.unstored(List.of(Reply.applied(item.asker()))));
    audience.wholeToAll();
    loop.schedule(() -> run(this::reconcile), RECONCILE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void reconcile() {
    if (!over) {
      audience.disagreements(state, now()).forEach(input -> step(input, Asker.NOBODY));
      closeIfNeverEntered();
    }
    setAlarm();
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
    alarm.cancel();
    pulse.cancel();
    audience.close(LeftReason.CLOSED);
    log.close();
    ports.listing().release(audience.released().config().code());
    ports.listing().closed(this);
  }
}
