package dev.cancha.client;

import dev.cancha.common.message.ByeCode;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Invalid;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Protocol;
import dev.cancha.common.message.ServerMessage;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One session with a server over as many connections as it takes. Owner: {@link #loop()}, on which every method is
 * called; only {@link #room()} and {@link #token()} may be read by any thread.
 */
final class ClientSession implements LinkEvents {
  /** What stands around the action in an act, at most. */
  private static final int ACT_ENVELOPE_BYTES = 80;

  /** Nodes that send a client to each other are asked again only after a while. */
  private static final int MOST_HOPS = 3;

  private final Endpoint home;
  private final Login login;
  private final EventLoop loop;
  private final Dialer dialer;
  private final Backoff backoff;
  private final Notices notices;
  private final OpenRequests requests = new OpenRequests();
  private final Place place;
  private final CompletableFuture<ServerMessage.Welcome> connected = new CompletableFuture<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  /** Where the next connection goes. */
  private Endpoint endpoint;
  private @Nullable Link link;
  private @Nullable ScheduledFuture<?> retry;
  private State state = State.NEW;
  private int maxFrameBytes = Protocol.MAX_HELLO_BYTES;
  /** What the server said about coming back, if anything. */
  private @Nullable Long retryAfterMillis;
  private boolean moving;
  /** How often in a row the client was sent elsewhere. */
  private int hops;
  /** A request to send again to the node that the room has moved to. */
  private ClientMessage.@Nullable Request repeat;
  private @Nullable ClientFailure fatal;
  private volatile @Nullable String token;

  private enum State {
    NEW, OPENING, WELCOMED, WAITING, CLOSED
  }

  ClientSession(Network network, Endpoint home, Login login, Listener listener) {
    this.home = home;
    this.endpoint = home;
    this.login = login;
    this.token = login.token();
    this.loop = network.loops().next();
    this.dialer = new Dialer(network, loop);
    this.backoff = new Backoff(network.chance());
    this.notices = new Notices(listener);
    this.place = new Place(() -> loop.ticker().nanoTime(), notices);
  }

  EventLoop loop() {
    return loop;
  }

  @Nullable
  RoomView room() {
    return place.view();
  }

  @Nullable
  String token() {
    return token;
  }

  CompletableFuture<ServerMessage.Welcome> connected() {
    return connected;
  }

  CompletableFuture<Void> closed() {
    return closed;
  }

  void connect() {
    owned();
    if (state == State.NEW) {
      dial();
    }
  }

  <T extends ServerMessage> void ask(Class<T> type, IntFunction<? extends ClientMessage.Request> request,
      CompletableFuture<T> answer) {
    owned();
    Link open = link;
    if (state != State.WELCOMED || open == null) {
      answer.completeExceptionally(new ConnectionLost("there is no connection to the server now", false));
      return;
    }
    if (requests.full()) {
      answer.completeExceptionally(tooMany("requests"));
      return;
    }
    try {
      int id = requests.nextId();
      ClientMessage.Request message = request.apply(id);
      byte[] body = open.encode(message);
      if (body.length > maxFrameBytes) {
        answer.completeExceptionally(tooLarge(body.length));
      } else {
        requests.add(id, message, type, answer);
        open.send(body);
      }
    } catch (Invalid e) {
      answer.completeExceptionally(new Refused(e.code(), String.valueOf(e.getMessage())));
    }
  }

  /** Sends an act, or keeps it for the next connection. */
  void act(Json action, long rev, CompletableFuture<Applied> answer) {
    owned();
    if (state == State.CLOSED || place.view() == null) {
      answer.completeExceptionally(new Refused(ErrorCode.NOT_IN_ROOM, "this client is in no room"));
    } else if (place.acts().full()) {
      answer.completeExceptionally(tooMany("acts"));
    } else if (action.length() > maxFrameBytes - ACT_ENVELOPE_BYTES) {
      answer.completeExceptionally(tooLarge(action.length()));
    } else {
      try {
        ClientMessage.Act act = place.act(action, rev, answer);
        if (state == State.WELCOMED) {
          send(act);
        }
      } catch (Invalid e) {
        answer.completeExceptionally(new Refused(e.code(), String.valueOf(e.getMessage())));
      }
    }
  }

  /** Ends without a word to the room: its seat is held for the grace, unless the client has left before. */
  void close() {
    owned();
    end(null);
  }

  @Override
  public void opened(Link opened) {
    owned();
    if (opened == link) {
      RoomView room = token == null ? null : place.view();
      opened.send(new ClientMessage.Hello(null, login.name(), Protocol.VERSION, token,
          room == null ? null : room.code(), room == null ? null : room.rev(), null, login.client()));
    }
  }

  @Override
  public void lost(Link gone, @Nullable Throwable cause) {
    owned();
    if (gone != link) {
      return;
    }
    link = null;
    requests.failAllBut(repeat == null ? null : repeat.id(),
        new ConnectionLost("the connection was lost before the answer came", true));
    if (state == State.CLOSED) {
      return; // closed by what depended on those requests
    }
    if (fatal != null) {
      end(fatal);
    } else if (moving && hops < MOST_HOPS) {
      moving = false;
      hops++;
      dial();
    } else if (!connected.isDone()) {
      String why = cause == null ? "it closed the connection" : reason(cause);
      end(new ConnectionLost("no server answers at " + endpoint.address() + ": " + why, false));
    } else if (loop.isShuttingDown()) {
      endWithLoop();
    } else {
      comeBack();
    }
  }

  /** The kernel's words; Netty writes the address, which is told already, behind them. */
  private static String reason(Throwable cause) {
    Throwable told = cause instanceof ConnectException && cause.getCause() != null ? cause.getCause() : cause;
    return String.valueOf(told.getMessage());
  }

  @Override
  public void received(Link from, ServerMessage message) {
    owned();
    if (from != link) {
      return;
    }
    switch (message) {
      case ServerMessage.Welcome welcome -> welcomed(welcome);
      case ServerMessage.Room room -> {
        hops = 0;
        place.room(room);
        requests.answer(room.re(), room);
      }
      case ServerMessage.Patch patch -> {
        if (place.patch(patch)) {
          from.send(new ClientMessage.Sync(null));
        }
      }
      case ServerMessage.Ping ping -> from.send(new ClientMessage.Pong(ping.t()));
      case ServerMessage.Failure failure -> failed(failure);
      case ServerMessage.Left left -> {
        place.left(left.reason());
        requests.answer(left.re(), left);
      }
      case ServerMessage.Bye bye -> bye(bye);
      case ServerMessage.Moved moved -> moved(moved);
      case ServerMessage.Done done -> requests.answer(done.re(), done);
      case ServerMessage.GameDescription game -> requests.answer(game.re(), game);
      case ServerMessage.Pong pong -> requests.answer(pong.re(), pong);
      case ServerMessage.Rooms list -> {
        if (!requests.answer(list.re(), list)) {
          notices.tell(listener -> listener.onRooms(list.rooms()));
        }
      }
      case ServerMessage.Chat chat -> place.chat(chat);
      case ServerMessage.Spectators spectators -> place.spectators(spectators);
    }
  }

  private void welcomed(ServerMessage.Welcome welcome) {
    state = State.WELCOMED;
    token = welcome.token();
    maxFrameBytes = welcome.limits().maxFrameBytes();
    backoff.reset();
    retryAfterMillis = null;
    place.welcomed(welcome).forEach(this::send);
    if (repeat != null) {
      send(repeat);
      repeat = null;
    }
    if (!connected.complete(welcome)) {
      notices.tell(listener -> listener.onReconnected(welcome));
    }
    place.forgottenBy(welcome);
  }

  private void failed(ServerMessage.Failure failure) {
    Refused refused = new Refused(failure.code(), failure.message());
    if (state != State.WELCOMED || failure.code() == ErrorCode.TOO_LARGE) {
      fatal = refused;
      hangUp();
      return;
    }
    boolean open = failure.seq() != null
        ? place.acts().refused(failure.seq(), refused)
        : requests.fail(failure.re(), refused);
    if (!open) {
      notices.tell(listener -> listener.onError(failure));
    }
  }

  private void bye(ServerMessage.Bye bye) {
    if (bye.code() == ByeCode.TAKEN_OVER || bye.code() == ByeCode.RATE_LIMITED) {
      fatal = new SaidBye(bye.code(), bye.message());
    }
    retryAfterMillis = bye.retryAfterMillis();
    hangUp();
  }

  private void moved(ServerMessage.Moved moved) {
    endpoint = endpoint.at(moved.host(), moved.port());
    repeat = requests.message(moved.re());
    moving = true;
    hangUp();
  }

  private void hangUp() {
    if (link != null) {
      link.close();
    }
  }

  private void send(ClientMessage message) {
    if (link != null) {
      link.send(message);
    }
  }

  private void dial() {
    state = State.OPENING;
    link = dialer.dial(endpoint, this);
  }

  private void comeBack() {
    moving = false;
    hops = 0;
    Duration wait = retryAfterMillis == null ? backoff.next() : backoff.after(retryAfterMillis);
    retryAfterMillis = null;
    // A node that a room has moved to may be the one that died; any node knows where the room is now.
    endpoint = home;
    state = State.WAITING;
    retry = loop.schedule(this::dial, wait.toMillis(), TimeUnit.MILLISECONDS);
    retry.addListener(done -> {
      if (done.isCancelled()) { // by a loop that ends, unless this has ended
        endWithLoop();
      }
    });
    notices.tell(listener -> listener.onConnectionLost(wait));
  }

  private void endWithLoop() {
    end(new ConnectionLost("the client's event loop is shut down", false));
  }

  private void end(@Nullable ClientFailure cause) {
    if (state == State.CLOSED) {
      return;
    }
    state = State.CLOSED;
    if (retry != null) {
      retry.cancel(false);
    }
    Link last = link;
    link = null; // first, for a close may report its end at once
    if (last != null) {
      last.close();
    }
    ClientFailure failure = cause != null ? cause : new ConnectionLost("the client was closed", true);
    connected.completeExceptionally(failure);
    requests.failAllBut(null, failure);
    place.end(failure);
    notices.closed(cause);
    closed.complete(null);
  }

  private void owned() {
    assert loop.inEventLoop() : "a client belongs to its event loop: hand the call to loop().execute";
  }

  private static Refused tooMany(String what) {
    return new Refused(ErrorCode.RATE_LIMITED,
        "too many " + what + " are waiting for their answer: not sent");
  }

  private Refused tooLarge(int bytes) {
    return new Refused(ErrorCode.TOO_LARGE,
        bytes + " bytes are too many for this server, which takes " + maxFrameBytes + " in all: not sent");
  }
}
