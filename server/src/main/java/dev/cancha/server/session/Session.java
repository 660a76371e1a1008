package dev.cancha.server.session;

import dev.cancha.common.message.ByeCode;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.message.ServerMessage.Bye;
import dev.cancha.common.message.ServerMessage.Failure;
import dev.cancha.common.wire.Malformed;
import dev.cancha.server.host.Delivery;
import dev.cancha.server.host.Link;
import dev.cancha.server.host.RoomHost;
import dev.cancha.server.session.Sessions.Known;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection's side of the conversation: who speaks, what is allowed, and what waits for what. Messages are
 * handled in order: what a room answers may be under way for several at once, since the room keeps their order;
 * everything else waits until nothing is under way, and reading stops meanwhile. Owner: the event loop of the
 * connection, on which all but {@link #gone()} is called.
 */
public final class Session implements ConnectionEvents, Link {
  private final Connection connection;
  private final SessionPorts ports;
  private final Outlet outlet;
  private final Floods floods;
  private final Desk desk;
  private final Deliveries deliveries;
  private final Heartbeat heartbeat;
  private State state = State.NEW;
  private @Nullable Known known;
  private @Nullable RoomHost room;
  private final Underway underway = new Underway();
  /** Waits until what is under way is answered, or until it may be sent. */
  private @Nullable ClientMessage held;
  private @Nullable Runnable afterAway;
  private @Nullable ScheduledFuture<?> heldAlarm;
  private volatile boolean gone;

  private enum State {
    /** Nothing was said yet. */
    NEW,
    /** {@code hello} is being answered. */
    GREETING, WELCOMED,
    /** Another connection speaks for the session now. */
    TAKEN_OVER, CLOSED
  }

  public Session(Connection connection, SessionPorts ports) {
    this.connection = connection;
    this.ports = ports;
    outlet = new Outlet(this, connection, ports.limits());
    floods = new Floods(ports.limits(), nowNanos());
    desk = new Desk(this, ports);
    heartbeat = new Heartbeat(this, ports.limits().heartbeat());
    deliveries = new Deliveries(this, desk, outlet);
  }

  @Override
  public EventLoop loop() {
    return connection.loop();
  }

  @Override
  public boolean gone() {
    return gone;
  }

  @Override
  public void on(ClientMessage message) {
    assert loop().inEventLoop() : "a session hears messages on its connection's loop";
    outlet.handing(true);
    switch (state) {
      case NEW -> {
        if (message instanceof ClientMessage.Hello hello) {
          desk.hello(hello);
        } else {
          refuseAndClose(reOf(message), ErrorCode.HELLO_FIRST, "say hello first");
        }
      }
      case GREETING -> hold(message);
      case WELCOMED -> {
        if (floods.admits(this, message)) {
          if (mustWait(message)) {
            hold(message);
          } else {
            handle(message);
          }
        }
      }
      case TAKEN_OVER, CLOSED -> {
        // nothing that this connection says is heard any more
      }
    }
  }

  @Override
  public void on(Malformed malformed) {
    outlet.handing(true);
    if (state == State.CLOSED || state == State.TAKEN_OVER) {
      return;
    }
    boolean goesOn = present() && malformed.code() != ErrorCode.TOO_LARGE;
    if (goesOn && !floods.allowsMessage(nowNanos())) {
      floods.tell(this, malformed.re(), malformed.seq());
      return;
    }
    send(new Failure(malformed.re(), malformed.seq(), malformed.code(), malformed.message()));
    if (!goesOn) {
      close(malformed.code().closeCode());
    }
  }

  @Override
  public void readComplete() {
    outlet.handing(false);
  }

  @Override
  public void writabilityChanged() {
    if (state != State.CLOSED) {
      outlet.writabilityChanged();
      updateReading();
    }
  }

  /** {@code hello} has come, and waits for the rooms. */
  void waiting() {
    state = State.GREETING;
  }

  /** What waited for the rooms goes on. */
  void admitted() {
    if (state == State.GREETING) {
      desk.admitted();
      settle(false);
      outlet.flush();
      if (state != State.CLOSED) {
        updateReading();
      }
    }
  }

  @Override
  public void helloTimedOut() {
    if (state == State.GREETING && known == null) {
      bye(ByeCode.SHUTDOWN, "the server is still reading its rooms; come back in a moment");
      return;
    }
    refuseAndClose(null, ErrorCode.HELLO_FIRST, "no hello came within the time for it");
  }

  @Override
  public void idle() {
    bye(ByeCode.IDLE, "nothing was heard of you for too long");
  }

  @Override
  public void lost() {
    end();
  }

  @Override
  public void flush() {
    outlet.flush();
  }

  @Override
  public void deliver(Delivery delivery) {
    assert loop().inEventLoop() : "a session is given things on its connection's loop: see Outbox";
    deliveries.take(delivery);
  }

  /** Takes the session over: {@code then} is run, on this session's loop, once nothing it asked is under way. */
  void supersede(Runnable then) {
    if (state == State.CLOSED) {
      afterAway = then;
    } else {
      state = State.TAKEN_OVER;
      held = null;
      afterAway = () -> {
        room = null;
        bye(ByeCode.TAKEN_OVER, "the session was taken over by another connection");
        then.run();
      };
    }
    settle(false);
  }

  /** Says why, and closes. Nothing happens where the connection is closed already. */
  void bye(ByeCode code, String message) {
    send(new Bye(code, message, code == ByeCode.SHUTDOWN ? ports.retryAfterMillis() : null));
    close(code.closeCode());
  }

  void send(ServerMessage message) {
    if (state != State.CLOSED) {
      outlet.answer(ports.counted(message));
    }
  }

  /** Answers a request from here, without asking a room. */
  void refuse(@Nullable Integer re, ErrorCode code, String message) {
    send(new Failure(re, null, code, message));
  }

  void refuseAndClose(@Nullable Integer re, ErrorCode code, String message) {
    refuse(re, code, message);
    close(code.closeCode());
  }

  /** A request is under way; with {@code alone} nothing else is handled until it is answered. */
  void sent(boolean alone) {
    underway.sent(alone);
  }

  void greeting(Known who) {
    known = who;
    state = State.GREETING;
  }

  /** {@code welcome} has been sent. */
  void welcomed() {
    if (state == State.GREETING) {
      state = State.WELCOMED;
      connection.welcomed();
      heartbeat.start();
    }
  }

  /** Asks the room for a whole document that answers nothing. */
  void askWhole() {
    if (room != null && state == State.WELCOMED) {
      room.resync(identified().identity().session(), this);
    }
  }

  Connection connection() {
    return connection;
  }

  @Nullable
  RoomHost room() {
    return room;
  }

  Known identified() {
    Known who = known;
    if (who == null) {
      throw new IllegalStateException("nobody has said hello on this connection");
    }
    return who;
  }

  long nowNanos() {
    return loop().ticker().nanoTime();
  }

  private boolean mustWait(ClientMessage message) {
    return underway.holds(message, room, outlet);
  }

  private void handle(ClientMessage message) {
    RoomHost place = room;
    switch (message) {
      case ClientMessage.Sync sync when place != null && sync.id() == null -> outlet.want();
      case ClientMessage.Act act when place != null -> toRoom(place, act, false);
      case ClientMessage.Configure configure when place != null ->
        toRoom(place, configure, configure.password() != null && !configure.password().isEmpty());
      case ClientMessage.RoomRequest request when place != null -> toRoom(place, request, false);
      case ClientMessage other -> desk.handle(other);
    }
  }

  private void toRoom(RoomHost place, ClientMessage message, boolean alone) {
    sent(alone);
    underway.asked(place, message);
    ports.sessions().traffic().asked(message);
    outlet.asking(message);
    place.request(identified().identity().session(), this, message);
  }

  private void hold(ClientMessage message) {
    held = message;
    updateReading();
    if (!underway.any() && message instanceof ClientMessage.Sync && heldAlarm == null) {
      heldAlarm = loop().schedule(this::release, Math.max(0, outlet.wholeInNanos()), TimeUnit.NANOSECONDS);
    }
  }

  /** One that was under way is answered ({@code one}); what waited for that goes on. */
  void settle(boolean one) {
    if (one) {
      underway.answered();
    }
    if (underway.any()) {
      return;
    }
    underway.open();
    if (state == State.CLOSED && known != null) {
      known.detach(this);
    }
    Runnable next = afterAway;
    if (next != null) {
      afterAway = null;
      next.run();
    } else if (held != null && heldAlarm == null) {
      release();
    }
  }

  private void release() {
    heldAlarm = null;
    ClientMessage message = held;
    if (message == null || state != State.WELCOMED) {
      return;
    }
    held = null;
    if (mustWait(message)) {
      hold(message);
      return;
    }
    handle(message);
    outlet.flush();
    updateReading();
  }

  private void updateReading() {
    connection.reading(held == null && (connection.isWritable() || state != State.WELCOMED));
  }

  /** In a room now, or, where the connection was lost meanwhile, lost there too. */
  void enter(RoomHost host) {
    if (state == State.CLOSED) {
      host.lost(identified().identity().session(), this);
    } else {
      room = host;
    }
  }

  /** The event loop {@code loop} was given up: what it was asked is refused, and a room there is left. */
  void lost(EventLoop loop, String message) {
    boolean asked = desk.lost(loop, message);
    if (underway.lost(loop, this, message) || asked) {
      underway.clear();
      settle(false);
      outlet.flush();
    }
  }

  /** In no room any more. One whose connection is over is told when the session comes back. */
  void left() {
    room = null;
    if (present()) {
      identified().told();
    }
  }

  /** Welcomed, and neither closed nor taken over. */
  boolean present() {
    return state == State.WELCOMED;
  }

  private void close(int closeCode) {
    if (state != State.CLOSED) {
      connection.close(closeCode);
      end();
    }
  }

  /** The connection is over, whoever ended it. */
  private void end() {
    if (state == State.CLOSED) {
      return;
    }
    state = State.CLOSED;
    gone = true;
    held = null;
    outlet.close();
    desk.close();
    ports.gate().leaves(this);
    heartbeat.stop();
    if (heldAlarm != null) {
      heldAlarm.cancel(false);
    }
    RoomHost place = room;
    room = null;
    if (place != null) {
      place.lost(identified().identity().session(), this);
    }
    settle(false);
  }

  static @Nullable Integer reOf(ClientMessage message) {
    return message instanceof ClientMessage.Request request ? request.id() : null;
  }
}
