package dev.cancha.client;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A player, or a spectator, of a Cancha server: connects, joins, acts and listens, over frames or WebSocket.
 *
 * <p>After {@link #connect} it stays connected until {@link #close}: it answers the server's pings, takes 25 s of
 * silence for a lost connection, comes back after 0.5 s doubling to 10 s, resumes its session and room, and sends
 * again every act that was neither acknowledged nor refused, which the server applies once. It does not come back
 * after it was taken over, rate limited with a {@code bye}, or refused with an error that closes.
 *
 * <p>Every method may be called from any thread. The stages complete on the client's event loop, so what depends on
 * them must not block; they fail with a {@link ClientFailure}: {@link Refused} where the server said no, and
 * {@link ConnectionLost} where the connection was lost before the answer, so that a request may or may not have been
 * done. Acts are not concerned by that: they wait for the next connection.
 */
public final class GameClient implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final ClientSession session;

  /** A client that does nothing before {@link #connect}. */
  public GameClient(Network network, Endpoint endpoint, Login login, Listener listener) {
    session = new ClientSession(network, endpoint, login, listener);
  }

  /** Connects and says hello. This first attempt is the only one: where it fails the client is closed. */
  public CompletionStage<ServerMessage.Welcome> connect() {
    session.loop().execute(session::connect);
    return session.connected();
  }

  /** The room as of its last revision, or null in none. */
  public @Nullable RoomView room() {
    return session.room();
  }

  /** The session's secret, once there was a welcome: with it another process may take the session over. */
  public @Nullable String token() {
    return session.token();
  }

  /**
   * Acts, as decided on the latest revision.
   *
   * @param action the game's own object
   * @return completes when the act counts, and fails with {@link Refused} when it does not. Where several acts are open
   *     while a connection is lost, one that was refused unseen may be reported with a later one that counts: to know
   *     the fate of each, have one open at a time
   */
  public CompletionStage<Applied> act(JsonNode action) {
    RoomView room = session.room();
    return act(action, room == null ? 0 : room.rev());
  }

  /** Acts, as decided on the revision {@code rev}: the server refuses it with {@code stale} if that is long past. */
  public CompletionStage<Applied> act(JsonNode action, long rev) {
    return act(json(action), rev);
  }

  /** Acts with an object that is JSON already. */
  public CompletionStage<Applied> act(Json action, long rev) {
    CompletableFuture<Applied> answer = new CompletableFuture<>();
    run(() -> session.act(action, rev, answer));
    return answer;
  }

  /**
   * Sends any request of the protocol; the methods below are short for the usual ones.
   *
   * @param answer the type that the protocol names as its answer
   * @param request makes the message with the id that it is given
   */
  public <T extends ServerMessage> CompletionStage<T> ask(Class<T> answer,
      IntFunction<? extends ClientMessage.Request> request) {
    CompletableFuture<T> promise = new CompletableFuture<>();
    run(() -> session.ask(answer, request, promise));
    return promise;
  }

  public CompletionStage<ServerMessage.GameDescription> describe(String game) {
    return ask(ServerMessage.GameDescription.class, id -> new ClientMessage.Describe(id, game));
  }

  /** The public rooms, of one game or of all if null. */
  public CompletionStage<ServerMessage.Rooms> list(@Nullable String game) {
    return ask(ServerMessage.Rooms.class, id -> new ClientMessage.ListRooms(id, game, null));
  }

  /** The public rooms, and again through {@link Listener#onRooms} whenever they change; or no more. */
  public CompletionStage<ServerMessage.Rooms> watch(@Nullable String game, boolean watch) {
    return ask(ServerMessage.Rooms.class, id -> new ClientMessage.ListRooms(id, game, watch));
  }

  /** Opens a public room with the game's defaults. */
  public CompletionStage<RoomView> create(String game) {
    return enter(id -> new ClientMessage.Create(id, game, null, null, null, null, null, null, null));
  }

  /** Takes a free seat of a room. */
  public CompletionStage<RoomView> join(String code) {
    String upper = code.toUpperCase(Locale.ROOT);
    return enter(id -> new ClientMessage.Join(id, upper, null, null, null));
  }

  /** Watches a room. */
  public CompletionStage<RoomView> spectate(String code) {
    return enter(id -> new ClientMessage.Join(id, code, null, null, true));
  }

  /** Enters the fullest public room of the game, or a new one. */
  public CompletionStage<RoomView> quick(String game) {
    return enter(id -> new ClientMessage.Quick(id, game, null));
  }

  /** Sends any request that is answered by a room: {@code create}, {@code join} or {@code quick} with all members. */
  public CompletionStage<RoomView> enter(IntFunction<? extends ClientMessage.Request> request) {
    CompletableFuture<RoomView> entered = new CompletableFuture<>();
    ask(ServerMessage.Room.class, request).whenComplete((answer, failure) -> {
      RoomView room = session.room();
      if (failure != null) {
        entered.completeExceptionally(failure);
      } else if (room == null) {
        entered.completeExceptionally(new ConnectionLost("the room was left again at once", true));
      } else {
        entered.complete(room);
      }
    });
    return entered;
  }

  /** Leaves the room; while playing that is a resignation. */
  public CompletionStage<ServerMessage.Left> leave() {
    return ask(ServerMessage.Left.class, ClientMessage.Leave::new);
  }

  /** Takes a free seat, or stands up to watch if null. */
  public CompletionStage<ServerMessage.Room> sit(@Nullable Integer seat) {
    return ask(ServerMessage.Room.class, id -> new ClientMessage.Sit(id, seat));
  }

  /** Ready for the next match, or not after all. Also the way to a rematch. */
  public CompletionStage<ServerMessage.Done> ready(boolean ready) {
    return ask(ServerMessage.Done.class, id -> new ClientMessage.Ready(id, ready));
  }

  /** The host starts without waiting for the rest. */
  public CompletionStage<ServerMessage.Done> start() {
    return ask(ServerMessage.Done.class, ClientMessage.Start::new);
  }

  /** The host sends away who sits on {@code seat}. */
  public CompletionStage<ServerMessage.Done> kick(int seat) {
    return ask(ServerMessage.Done.class, id -> new ClientMessage.Kick(id, seat, null));
  }

  public CompletionStage<ServerMessage.Done> resign() {
    return ask(ServerMessage.Done.class, ClientMessage.Resign::new);
  }

  public CompletionStage<ServerMessage.Done> rematch() {
    return ask(ServerMessage.Done.class, ClientMessage.Rematch::new);
  }

  /** Says something to everyone in the room: 1 to 300 characters. */
  public CompletionStage<ServerMessage.Done> say(String text) {
    return ask(ServerMessage.Done.class, id -> new ClientMessage.Say(id, text));
  }

  /** The match time now, in milliseconds, by estimate: it runs late by the way of one message. Empty in no room. */
  public OptionalLong matchMillis() {
    RoomView room = session.room();
    return room == null
        ? OptionalLong.empty()
        : OptionalLong.of(room.clock().millisAt(session.loop().ticker().nanoTime()));
  }

  /** What the clock of {@code seat} shows now, in milliseconds, by estimate; empty where it has none. */
  public OptionalLong clockMillis(int seat) {
    RoomView room = session.room();
    JsonNode clock = room == null ? null : room.doc().path("clock").get(Integer.toString(seat));
    if (room == null || clock == null) {
      return OptionalLong.empty();
    }
    long now = room.clock().millisAt(session.loop().ticker().nanoTime());
    long spent = room.inTurn(seat) ? now - room.doc().path("time").asLong(now) : 0;
    return OptionalLong.of(Math.max(0, clock.asLong(0) - spent));
  }

  /**
   * Ends the client; what is open fails. It does not leave the room: the seat is held for the grace.
   * {@link #closed} tells when it is done.
   */
  @Override
  public void close() {
    if (!session.loop().isShuttingDown()) {
      run(session::close);
    }
  }

  /** Completes when the client is closed, for whatever reason. */
  public CompletionStage<Void> closed() {
    return session.closed();
  }

  /** On the loop: at once when on it, so that a listener's calls are in the order it makes them. */
  private void run(Runnable task) {
    if (session.loop().inEventLoop()) {
      task.run();
    } else {
      session.loop().execute(task);
    }
  }

  private static Json json(JsonNode node) {
    return Json.ofChecked(MAPPER.writeValueAsBytes(node));
  }
}
