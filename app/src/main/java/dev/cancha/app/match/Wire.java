package dev.cancha.app.match;

import dev.cancha.client.Applied;
import dev.cancha.client.ClientFailure;
import dev.cancha.client.Endpoint;
import dev.cancha.client.GameClient;
import dev.cancha.client.GameClients;
import dev.cancha.client.Listener;
import dev.cancha.client.Login;
import dev.cancha.client.Refused;
import dev.cancha.client.RoomView;
import dev.cancha.common.CompositionRoot;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Settings;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One connection to the server, asked and awaited. Owner: the thread that plays the match. */
@CompositionRoot("waits for the server on the match's thread, which has nothing else to do")
final class Wire implements Listener, AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final GameClient client;
  private @Nullable RoomView seen;
  private @Nullable ClientFailure lost;

  private Wire(GameClients clients, Endpoint endpoint, int seat) {
    client = clients.client(endpoint, new Login("Seat " + seat, null, "cancha match"), this);
  }

  static Wire open(GameClients clients, Endpoint endpoint, int seat) {
    Wire wire = new Wire(clients, endpoint, seat);
    wire.done(wire.client.connect());
    return wire;
  }

  /** Opens a room for so many; its code. */
  String create(String game, int seats, Settings settings) {
    return done(client.enter(
        id -> new ClientMessage.Create(id, game, null, settings, seats, null, null, null, null))).code();
  }

  void join(String code, int seat) {
    done(client.enter(id -> new ClientMessage.Join(id, code, null, seat, null)));
  }

  void ready() {
    done(client.ready(true));
  }

  void resign() {
    done(client.resign());
  }

  void leave() {
    done(client.leave());
  }

  /**
   * Acts on what was shown up to {@code rev}.
   *
   * @throws Refused where the server does
   */
  Applied act(Json action, long rev) throws Refused {
    try {
      return client.act(action, rev).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Refused refused) {
        throw refused;
      }
      throw failed(e.getCause());
    } catch (TimeoutException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stopped();
    }
  }

  private <T> T done(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw failed(e.getCause());
    } catch (TimeoutException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stopped();
    }
  }

  private static MatchError failed(@Nullable Throwable cause) {
    return MatchError.failed(cause instanceof TimeoutException
        ? "the server of the league did not answer within " + PATIENCE_SECONDS + " s."
        : "the server of the league failed: " + (cause == null ? "" : cause.getMessage()) + ".");
  }

  /** The room, once it is as {@code wanted}. */
  synchronized RoomView sees(Predicate<RoomView> wanted) {
    long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      RoomView room = seen;
      while (room == null || !wanted.test(room)) {
        long left = deadlineNanos - System.nanoTime();
        if (left <= 0 || lost != null) {
          throw failed(lost == null ? new TimeoutException() : lost);
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
        room = seen;
      }
      return room;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stopped();
    }
  }

  private synchronized void see(RoomView room) {
    seen = room;
    notifyAll();
  }

  @Override
  public void onRoom(RoomView room) {
    see(room);
  }

  @Override
  public void onPatch(RoomView room, List<JsonNode> events) {
    see(room);
  }

  @Override
  public synchronized void onClosed(@Nullable ClientFailure cause) {
    lost = cause;
    notifyAll();
  }

  @Override
  public void close() {
    client.close();
  }
}
