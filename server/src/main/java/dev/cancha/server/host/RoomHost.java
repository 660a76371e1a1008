package dev.cancha.server.host;

import dev.cancha.common.game.Game;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.host.Asker.Answer;
import dev.cancha.server.host.Member.Known;
import dev.cancha.server.host.Passwords.Caller;
import dev.cancha.server.host.Renderer.Rendering;
import dev.cancha.server.journal.Journal;
import dev.cancha.server.room.Outcome;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.PasswordHash;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomConfig;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomRules;
import dev.cancha.server.room.RoomState;
import dev.cancha.server.room.SessionId;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
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
  /** The version of a game's rules; no game says one of its own yet. */
  private static final String RULES = "1";
  /** After a failed journal, how long until the room looks again at who is connected. */
  private static final long RECONCILE_MILLIS = 1_000;

  private static final String BUSY = "too many passwords wait to be hashed: try again";

  private final String id;
  private final EventLoop loop;
  private final RoomPorts ports;
  private final Room<?, ?> room;
  private final Inputs inputs;
  private final Renderer renderer;
  private final Audience audience;
  private final Journal.Log log;
  private final Releases releases;
  private final long openedNanos;
  private RoomState state;
  /** The room time at which something is due in {@code state}. */
  private long deadline = Long.MAX_VALUE;
  private boolean inside;
  private boolean over;
  private @Nullable ScheduledFuture<?> alarm;
  private long alarmAt = Long.MAX_VALUE;

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
    openedNanos = loop.ticker().nanoTime();
    String code = ports.listing().reserve(this, opening.config().visibility());
    state = room.open(opening.config().with(opening.config().visibility(), code));
    RoomConfig config = state.config();
    long openedMillis = ports.wallClock().millis();
    log = ports.journal()
        .create(id, () -> new Journal.Opening(opening.game().info().id(), RULES,
            openedMillis, JsonType.of(RoomConfig.class).write(config).utf8()));
    releases = new Releases(log, this::here, this::journalFailed);
    audience = new Audience(this, ports, limits, state);
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
    run(() -> admit(who, link, entry, null));
  }

  /** Lets in who opened this room and set its password. */
  public void enterAsCreator(Identity who, Link link, Entry entry, PasswordHash password) {
    run(() -> admit(who, link, entry, password));
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

  /** Room time: milliseconds since the room opened. */
  long now() {
    return TimeUnit.NANOSECONDS.toMillis(loop.ticker().nanoTime() - openedNanos);
  }

  Renderer renderer() {
    return renderer;
  }

  private void admit(Identity who, Link link, Entry entry, @Nullable PasswordHash passed) {
    Asker asker = new Asker(link, who.session(), Answer.ENTERED, entry.re(), null);
    PasswordHash lock = state.config().password();
    if (link.gone()) {
      audience.settled(link);
      closeIfNeverEntered();
    } else if (over) {
      audience.refuse(asker, ErrorCode.NO_SUCH_ROOM, "this room has just closed");
    } else if (entry.quick() != null && !row().fits(state.shown().document().game(), entry.quick())) {
      audience.refuse(asker, ErrorCode.ROOM_FULL, "another was quicker");
    } else if (lock != null && !lock.equals(passed)) {
      if (entry.password() == null) {
        audience.refuse(asker, ErrorCode.WRONG_PASSWORD, "this room has a password");
      } else {
        Caller caller = new Caller(this::run, () -> audience.refuse(asker, ErrorCode.RATE_LIMITED, BUSY));
        ports.passwords().verify(entry.password(), lock, caller, right -> {
          if (right) {
            admit(who, link, entry, lock);
          } else {
            audience.refuse(asker, ErrorCode.WRONG_PASSWORD, "that is not this room's password");
          }
        });
      }
    } else if (entry.elsewhere()) {
      audience.refuse(asker, ErrorCode.ALREADY_IN_ROOM, "you are in a room: leave it first");
    } else {
      RoomInput.Arrival arrival = new RoomInput.Arrival(who.session(), who.player(), who.name());
      audience.expect(who);
      step(new RoomInput.Enter(now(), arrival, entry.seat(), entry.spectate()), asker);
    }
  }

  private void serve(SessionId session, Link link, ClientMessage message) {
    Integer re = message instanceof ClientMessage.Request request ? request.id() : null;
    Long seq = message instanceof ClientMessage.Act act ? act.seq() : null;
    Asker asker = new Asker(link, session, Inputs.answer(message), re, seq);
    Member member = audience.member(session);
    if (member != null && !member.speaksThrough(link)) {
      audience.settled(link);
      return;
    }
    if (member == null || over || state.roster().person(session) == null) {
      releases.behind(
          () -> audience.refuse(asker, ErrorCode.NOT_IN_ROOM, "you are in no room: create or join one"));
      return;
    }
    long at = now();
    switch (message) {
      case ClientMessage.Act act -> step(inputs.act(act, session, at), asker);
      case ClientMessage.Leave leave -> step(inputs.leave(session, at), asker);
      case ClientMessage.Sit sit -> step(inputs.sit(sit, session, at), asker);
      case ClientMessage.Ready ready -> step(inputs.ready(ready, session, at), asker);
      case ClientMessage.Rematch rematch -> step(inputs.rematch(rematch, session, at), asker);
      case ClientMessage.Start start -> step(inputs.start(start, session, at), asker);
      case ClientMessage.Bot bot -> step(inputs.bot(bot, session, at), asker);
      case ClientMessage.Kick kick -> step(inputs.kick(kick, session, at), asker);
      case ClientMessage.Resign resign -> step(inputs.resign(resign, session, at), asker);
      case ClientMessage.Configure configure -> configure(configure, asker);
      case ClientMessage.Say say -> releases.behind(() -> audience.say(session, say.text(), asker));
      case ClientMessage.Sync sync -> releases.behind(() -> audience.whole(session, link, re, true));
      case ClientMessage.Hello hello -> throw elsewhere(message);
      case ClientMessage.Describe describe -> throw elsewhere(message);
      case ClientMessage.ListRooms list -> throw elsewhere(message);
      case ClientMessage.Create create -> throw elsewhere(message);
      case ClientMessage.Join join -> throw elsewhere(message);
      case ClientMessage.Quick quick -> throw elsewhere(message);
      case ClientMessage.Ping ping -> throw elsewhere(message);
      case ClientMessage.Pong pong -> throw elsewhere(message);
    }
  }

  private static IllegalArgumentException elsewhere(ClientMessage message) {
    return new IllegalArgumentException(message.getClass().getSimpleName() + " is answered by the session");
  }

  private void configure(ClientMessage.Configure configure, Asker asker) {
    String password = configure.password();
    if (password == null || password.isEmpty()) {
      reconfigure(configure, asker, null);
    } else {
      Caller caller = new Caller(this::run, () -> audience.refuse(asker, ErrorCode.RATE_LIMITED, BUSY));
      ports.passwords().hash(password, caller, hash -> reconfigure(configure, asker, hash));
    }
  }

  private void reconfigure(ClientMessage.Configure configure, Asker asker, @Nullable PasswordHash password) {
    Member member = audience.member(asker.session());
    if (member == null || !member.speaksThrough(asker.link())
        || state.roster().person(asker.session()) == null) {
      audience.settled(asker.link());
      return;
    }
    Visibility wanted = configure.visibility();
    String code = wanted == null || wanted == state.config().visibility()
        ? state.config().code()
        : ports.listing().reserve(this, wanted);
    step(new RoomInput.Configure(now(), asker.session(), Inputs.changes(configure, password), code), asker);
    if (!state.config().code().equals(code)) {
      ports.listing().release(code);
    }
  }

  /** Deadlines that have come are dealt with first, so that nothing is done in time that has run out. */
  private void step(RoomInput input, Asker asker) {
    if (!(input instanceof RoomInput.Elapsed) && input.at() >= deadline) {
      step(new RoomInput.Elapsed(input.at(), inputs.draw()), Asker.nobody(asker.session()));
      if (over
          || (input instanceof RoomInput.FromSession from && state.roster().person(from.session()) == null)) {
        releases.behind(() -> audience.refuse(asker, ErrorCode.NOT_IN_ROOM, "you were away for too long"));
        return;
      }
    }
    Outcome outcome;
    try {
      outcome = room.step(state, input);
    } catch (RuntimeException | StackOverflowError broken) {
      fail(broken, asker);
      return;
    }
    switch (outcome) {
      case Outcome.Refused refused ->
        releases.behind(() -> audience.refuse(asker, refused.code(), refused.message()));
      case Outcome.Unchanged unchanged -> releases.behind(() -> audience.answer(asker));
      case Outcome.Duplicate duplicate -> releases.behind(() -> audience.duplicate(asker));
      case Changed changed -> change(input, changed, asker);
    }
  }

  private void change(RoomInput input, Changed changed, Asker asker) {
    Rendering rendering = renderer.render(state, changed);
    stand(changed.state());
    over |= changed.closed();
    releases.append(
        new Journal.Entry(state.position(), () -> INPUT.write(input).utf8(), rendering.patch().utf8()),
        () -> show(changed, rendering, asker),
        () -> audience.refuse(asker, ErrorCode.INTERNAL, "the server could not store that: try again"));
    setAlarm();
  }

  private void stand(RoomState next) {
    state = next;
    deadline = room.deadline(next).orElse(Long.MAX_VALUE);
  }

  private void show(Changed changed, Rendering rendering, Asker asker) {
    audience.show(changed, rendering, asker);
    if (changed.closed()) {
      close();
    }
  }

  private void setAlarm() {
    if (!over && deadline < alarmAt) {
      cancelAlarm();
      alarmAt = deadline;
      alarm = loop.schedule(() -> run(this::alarm), Math.max(0, alarmAt - now()), TimeUnit.MILLISECONDS);
    }
  }

  /** A deadline may have moved on meanwhile; moving the alarm each time would cost more than an early one. */
  private void alarm() {
    alarmAt = Long.MAX_VALUE;
    if (!over && now() >= deadline) {
      step(new RoomInput.Elapsed(now(), inputs.draw()), Asker.nobody(new SessionId("")));
    }
    setAlarm();
  }

  private void cancelAlarm() {
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
    alarmAt = Long.MAX_VALUE;
  }

  /** The rules broke: this room ends, and no other notices. */
  private void fail(Throwable broken, Asker asker) {
    LOG.error("room {} of {} ends: its rules failed", id, state.shown().document().game(), broken);
    over = true;
    releases.behind(() -> {
      audience.refuse(asker, ErrorCode.INTERNAL, "the rules of this game failed, and the room ends");
      audience.breakUp("the rules of this game failed, and the room ends", asker);
      close();
    });
  }

  /** Back to what is stored: what was decided since is gone, and everyone is told how the room really is. */
  private void journalFailed(List<Releases.Waiting> lost) {
    LOG.error("room {}: {} inputs could not be stored", id, lost.size());
    stand(audience.released());
    over = false;
    lost.forEach(Releases.Waiting::refuse);
    audience.wholeToAll();
    loop.schedule(() -> run(this::reconcile), RECONCILE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void reconcile() {
    if (!over) {
      audience.disagreements(state, now()).forEach(input -> step(input, Asker.nobody(new SessionId(""))));
      closeIfNeverEntered();
    }
    setAlarm();
  }

  /** Who created the room was gone before it was in, and nobody else can know of it. */
  private void closeIfNeverEntered() {
    if (!over && !state.config().permanent() && state.roster().people().isEmpty() && releases.isEmpty()) {
      over = true;
      close();
    }
  }

  private void close() {
    over = true;
    cancelAlarm();
    audience.close(LeftReason.CLOSED);
    log.close();
    ports.listing().release(audience.released().config().code());
    ports.listing().closed(this);
  }
}
