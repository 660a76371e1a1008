package dev.cancha.server.host;

import dev.cancha.common.game.Game;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.LeftReason;
import dev.cancha.server.host.Asker.Answer;
import dev.cancha.server.host.Member.Known;
import dev.cancha.server.foreign.ForeignLoop;
import dev.cancha.server.foreign.Tenant;
import dev.cancha.server.journal.Journal;
import dev.cancha.server.journal.VolatileJournal;
import dev.cancha.server.room.PasswordHash;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomConfig;
import dev.cancha.server.room.RoomOpening;
import dev.cancha.server.room.RoomRules;
import dev.cancha.server.room.RoomState;
import dev.cancha.server.room.SessionId;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One room on its event loop: what others call, and the parts of the room behind that. Owner: {@link #loop()}; the
 * methods that others call hop there by themselves.
 */
public final class RoomHost implements Tenant {
  static final Logger LOG = LoggerFactory.getLogger(RoomHost.class);

  private final String id;
  private final Home home;
  private final EventLoop loop;
  private final RoomPorts ports;
  private final Ground ground;
  private final Renderer renderer;
  private final RoomTime time;
  private final Chronicle chronicle;
  private final Audience audience;
  private final Course course;
  private final Door door;
  private boolean inside;
  /** Whose request is being served. */
  private @Nullable Asker served;

  /** What a room is opened with; the code in {@code config} is not looked at: the listing draws one. */
  public record Opening(Game<?, ?> game, RoomConfig config, RoomLimits limits, Durability durability) {}

  /** A new room of one of the server's own games. */
  public RoomHost(Opening opening, EventLoop loop, RoomPorts ports) {
    this(opening, new OwnLoop(loop), ports);
  }

  /** A new room of a foreign game, opened on the loop that it lives on. */
  public RoomHost(Opening opening, ForeignLoop loop, RoomPorts ports) {
    this(opening, new Tenancy(loop), ports);
  }

  private RoomHost(Opening opening, Home home, RoomPorts server) {
    this.home = home;
    loop = home.loop();
    ports = home.ports(server);
    home.moveIn(this);
    String code = ports.listing().reserve(this, opening.config().visibility());
    ground = opened(opening, code, home, ports);
    id = ground.id();
    renderer = new Renderer(ports.codec());
    time = ground.time();
    chronicle = ground.chronicle();
    audience = new Audience(this, ports, opening.limits(), ground.state());
    course = new Course(this, ports, ground, audience);
    door = new Door(this, ports, audience);
  }

  /** A room that was folded from its journal; goes on with {@link #comeBack}. */
  RoomHost(Folded found, RoomLimits limits, Home home, RoomPorts server) {
    this.home = home;
    loop = home.loop();
    ports = home.ports(server);
    home.moveIn(this);
    ground = folded(found, home, ports);
    id = ground.id();
    renderer = new Renderer(ports.codec());
    time = ground.time();
    chronicle = ground.chronicle();
    audience = new Audience(this, ports, limits, ground.state());
    course = new Course(this, ports, ground, audience);
    door = new Door(this, ports, audience);
  }

  private static Ground opened(Opening opening, String code, Home home, RoomPorts ports) {
    Game<?, ?> game = opening.game();
    RoomLimits limits = opening.limits();
    RoomRules rules = new RoomRules(limits.lobbyGrace().toMillis(), limits.maxSpectators(),
        ports.bots().first(game.info().id()));
    boolean relaxed = opening.durability() == Durability.RELAXED;
    RoomConfig config = opening.config().with(opening.config().visibility(), code);
    Room<?, ?> room = new Room<>(game, rules);
    String id = ports.entropy().id();
    long openedMillis = ports.wallClock().millis();
    Journal journal = opening.durability() == Durability.OFF ? new VolatileJournal() : ports.journal();
    Supplier<Journal.Opening> written = () -> new Journal.Opening(game.info().id(), game.rules(),
        openedMillis,
        new RoomOpening(config, rules, relaxed).write(game).utf8());
    Journal.Opening now = home.foreign() ? written.get() : null;
    Journal.Log log = home.log(journal.create(id, now == null ? written : () -> now));
    Chronicle chronicle = new Chronicle(log,
        new Chronicle.Subject(id, room, game.info().id(), game.rules(), relaxed, home.foreign()),
        ports.wallClock(), 0);
    RoomTime time = new RoomTime(home.loop(), ports.absences().of(home.loop()), 0);
    return new Ground(id, game, room, room.open(config), relaxed, time, chronicle);
  }

  private static Ground folded(Folded found, Home home, RoomPorts ports) {
    boolean relaxed = found.opening().relaxed();
    RoomState state = found.state();
    Chronicle chronicle = new Chronicle(home.log(found.log()),
        new Chronicle.Subject(found.id(), found.room(), state.shown().document().game(), found.rules(),
            relaxed, home.foreign()),
        ports.wallClock(), found.snapshotAt());
    long from = state.at() + (relaxed ? Releases.AHEAD_MILLIS : 0);
    return new Ground(found.id(), found.game(), found.room(), state, relaxed,
        new RoomTime(home.loop(), ports.absences().of(home.loop()), from), chronicle);
  }

  /** Whether {@code code} leads to it again; where not, it does not live anywhere. */
  boolean claims(String code) {
    boolean claimed = ports.listing().claim(this, code);
    if (!claimed) {
      home.leaves(this);
    }
    return claimed;
  }

  /** Takes its place among the rooms again, with all who were in it. On its loop. */
  void comeBack() {
    run(() -> {
      audience.remember();
      course.comeBack();
    });
  }

  /** Its first place in the list. */
  public void listed() {
    ports.listing().changed(this);
  }

  /** 128 bits, for ever this room's. */
  String id() {
    return id;
  }

  public EventLoop loop() {
    return loop;
  }

  /** Whether its game came from outside; any thread may ask. */
  public boolean foreign() {
    return home.foreign();
  }

  /** Whether its loop was given up; any thread may ask. */
  public boolean lost() {
    return home.lost();
  }

  Home home() {
    return home;
  }

  /** What the lobby shows of this room; any thread may ask. */
  public RoomRow row() {
    return audience.row();
  }

  /** Lets someone in who is in no room; answers with Entered or a Refusal. */
  public void enter(Identity who, Link link, Entry entry) {
    if (lost()) { // one of several that were found, and meanwhile gone
      link.deliver(new Delivery.Refusal(entry.re(), null, ErrorCode.NO_SUCH_ROOM, Door.CLOSED));
      link.flush();
      return;
    }
    run(() -> {
      served = new Asker(link, who.session(), Answer.ENTERED, entry.re(), null);
      door.admit(who, link, entry, null);
    });
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
    run(() -> course.releases().behind(() -> audience.whole(session, link, null, false)));
  }

  /** Runs {@code task} on the room's loop: at once where that is this one, unless a task is under way. */
  void run(Runnable task) {
    if (inside || !loop.inEventLoop()) {
      home.execute(() -> run(task));
      return;
    }
    inside = true;
    try {
      home.go(this, task);
    } finally {
      inside = false;
      served = null;
      audience.flush();
    }
  }

  /** As {@link #run}, but also at once in the middle of a task of this room: a journal that is done at once. */
  void here(Runnable task) {
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

  /** The room's state, which may be ahead of what is shown. */
  RoomState state() {
    return course.state();
  }

  Course course() {
    return course;
  }

  /** Whether the asker is in the room, on this connection; else it is told so, or dropped as another's. */
  boolean mayAsk(Asker asker) {
    Member member = audience.member(asker.session());
    if (member != null && !member.speaksThrough(asker.link())) {
      audience.settled(asker.link());
      return false;
    }
    if (member == null || course.over() || state().roster().person(asker.session()) == null) {
      course.refuse(asker, ErrorCode.NOT_IN_ROOM, Audience.NOT_IN_ROOM);
      return false;
    }
    return true;
  }

  /** Whose request is being served: at most one's. */
  List<Asker> served() {
    return served == null ? List.of() : List.of(served);
  }

  private void serve(SessionId session, Link link, ClientMessage message) {
    Integer re = message instanceof ClientMessage.Request request ? request.id() : null;
    Long seq = message instanceof ClientMessage.Act act ? act.seq() : null;
    Asker asker = new Asker(link, session, Inputs.answer(message), re, seq);
    if (!mayAsk(asker)) {
      return;
    }
    served = asker;
    switch (message) {
      case ClientMessage.Configure configure -> door.configure(configure, asker);
      case ClientMessage.Say say -> course.releases().behind(() -> audience.say(session, say.text(), asker));
      case ClientMessage.Sync sync when course.waits(session) -> course.answerAfterTick(asker);
      case ClientMessage.Sync sync -> course.releases().behind(() -> audience.whole(session, link, re, true));
      case ClientMessage other -> course.step(course.inputs().of(other, session, now()), asker);
    }
  }

  /** Nothing more happens here. */
  void close() {
    course.end();
    audience.close(LeftReason.CLOSED);
    chronicle.close();
    ports.listing().release(audience.released().config().code());
    ports.listing().closed(this);
    home.leaves(this);
  }

  /** Its loop was given up, and those who were in it are told by that: it ends here, and in the journal. */
  @Override
  public void evicted(boolean blamed) {
    if (blamed) {
      LOG.error("room {} of {} ends: its rules did not come to an end", id, row().entry().game());
    }
    ports.listing().lost(this);
    course.abandon();
    new Foreclosure(ground, ports).run();
  }
}
