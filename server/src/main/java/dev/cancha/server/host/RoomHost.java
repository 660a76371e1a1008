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
import java.util.List;
import java.util.Objects;
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
  private static final String CLOSED = "this room has just closed";
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
  private final Alarm alarm = new Alarm(this, () -> {
    elapse(now());
    setAlarm();
  });
  private final Alarm reconciliation = new Alarm(this, this::reconcile);

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
    openedNanos = loop.ticker().nanoTime();
    String code = ports.listing().reserve(this, opening.config().visibility());
    state = room.open(opening.config().with(opening.config().visibility(), code));
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
    Known known = knownCode == null || knownRev == null ? null : new Known(knownCode, knownRev);
    run(() -> reattach(session, link, known));
  }

  /** One whose place is lost by a step that is not released yet waits: that step may be lost itself. */
  private void reattach(SessionId session, Link link, @Nullable Known known) {
    elapse(now());
    Member member = audience.member(session);
    if (member == null) {
      audience.tell(link, new Delivery.NotHere());
    } else if (over || state.roster().person(session) == null) {
      releases.behind(() -> reattach(session, link, known));
    } else {
      member.link = link;
      member.live = false;
      member.known = known;
      step(new RoomInput.Back(now(), session), new Asker(link, session, Answer.RESUMED, null, null));
    }
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
      refuse(asker, ErrorCode.NO_SUCH_ROOM, CLOSED);
    } else if (entry.quick() != null && !row().fits(state.shown().document().game(), entry.quick())) {
      audience.refuse(asker, ErrorCode.ROOM_FULL, "another was quicker");
    } else if (lock != null && !lock.equals(passed)) {
      if (entry.password() == null) {
        refuse(asker, ErrorCode.WRONG_PASSWORD, "this room has a password");
      } else {
        Caller caller = new Caller(this::run, () -> refuse(asker, ErrorCode.RATE_LIMITED, BUSY));
        ports.passwords().verify(entry.password(), lock, caller, right -> {
          if (right) {
            admit(who, link, entry, lock);
          } else {
            refuse(asker, ErrorCode.WRONG_PASSWORD, "that is not this room's password");
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
      refuse(asker, ErrorCode.NOT_IN_ROOM, "you are in no room: create or join one");
      return;
    }
    switch (message) {
      case ClientMessage.Configure configure -> configure(configure, asker);
      case ClientMessage.Say say -> releases.behind(() -> audience.say(session, say.text(), asker));
      case ClientMessage.Sync sync -> releases.behind(() -> audience.whole(session, link, re, true));
      case ClientMessage other -> step(inputs.of(other, session, now()), asker);
    }
  }

  private void configure(ClientMessage.Configure configure, Asker asker) {
    String password = configure.password();
    if (password == null || password.isEmpty()) {
      reconfigure(configure, asker, null);
    } else {
      Caller caller = new Caller(this::run, () -> refuse(asker, ErrorCode.RATE_LIMITED, BUSY));
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
  }

  /** Deadlines that have come are dealt with first, so that nothing is done in time that has run out. */
  private void step(RoomInput input, Asker asker) {
    if (!(input instanceof RoomInput.Elapsed) && input.at() >= deadline) {
      elapse(input.at());
      boolean out = input instanceof RoomInput.FromSession from
          && state.roster().person(from.session()) == null;
      if (over || out) {
        unreserve(input);
        boolean enters = input instanceof RoomInput.Enter;
        refuse(asker, enters ? ErrorCode.NO_SUCH_ROOM : ErrorCode.NOT_IN_ROOM,
            enters ? CLOSED : "you were away for too long");
        return;
      }
    }
    Outcome outcome;
    Rendering rendering = null;
    try {
      outcome = room.step(state, input);
      if (outcome instanceof Changed changed) {
        rendering = renderer.render(state, changed);
      }
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError broken) {
      fail(broken, asker);
      return;
    }
    switch (outcome) {
      case Outcome.Refused refused -> {
        unreserve(input);
        refuse(asker, refused.code(), refused.message());
      }
      case Outcome.Unchanged unchanged -> releases.behind(() -> audience.answer(asker), () -> lose(asker));
      case Outcome.Duplicate duplicate -> releases.behind(() -> audience.duplicate(asker), () -> lose(asker));
      case Changed changed -> change(input, changed, Objects.requireNonNull(rendering), asker);
    }
  }

  private void change(RoomInput input, Changed changed, Rendering rendering, Asker asker) {
    String oldCode = state.config().code();
    String newCode = changed.state().config().code();
    stand(changed.state());
    over |= changed.closed();
    releases.append(
        new Journal.Entry(state.position(), () -> INPUT.write(input).utf8(), rendering.patch().utf8()),
        () -> show(changed, rendering, asker), () -> {
          if (!newCode.equals(oldCode)) {
            ports.listing().release(newCode);
          }
          lose(asker);
        });
    setAlarm();
  }

  /** Behind what waits, and not at all where that is lost: then the refusal may be wrong. */
  private void refuse(Asker asker, ErrorCode code, String message) {
    releases.behind(() -> audience.refuse(asker, code, message), () -> lose(asker));
  }

  private void lose(Asker asker) {
    audience.refuse(asker, ErrorCode.INTERNAL, "the server could not store that: try again");
  }

  /** A code that was drawn for an input which is refused leads nowhere. */
  private void unreserve(RoomInput input) {
    if (input instanceof RoomInput.Configure configure
        && !configure.newCode().equals(state.config().code())) {
      ports.listing().release(configure.newCode());
    }
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

  /** Not while the journal has just failed, or a room whose deadline cannot be stored would spin. */
  private void setAlarm() {
    if (!over && !reconciliation.isSet()) {
      alarm.by(deadline);
    }
  }

  private void elapse(long at) {
    if (!over && at >= deadline) {
      step(new RoomInput.Elapsed(at, inputs.draw()), Asker.nobody(new SessionId("")));
    }
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
    alarm.cancel();
    reconciliation.by(now() + RECONCILE_MILLIS);
    lost.forEach(Releases.Waiting::refuse);
    audience.wholeToAll();
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
    alarm.cancel();
    reconciliation.cancel();
    audience.close(LeftReason.CLOSED);
    log.close();
    ports.listing().release(audience.released().config().code());
    ports.listing().closed(this);
  }
}
