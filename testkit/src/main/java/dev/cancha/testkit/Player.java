package dev.cancha.testkit;

import dev.cancha.client.ClientFailure;
import dev.cancha.client.GameClient;
import dev.cancha.client.Login;
import dev.cancha.client.Refused;
import dev.cancha.client.RoomView;
import dev.cancha.client.SaidBye;
import dev.cancha.common.message.ByeCode;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.wire.Framing;
import dev.cancha.testkit.sim.LinkConditions;
import dev.cancha.testkit.sim.SimConnection;
import dev.cancha.testkit.sim.SimProcess;
import dev.cancha.testkit.sim.SimRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Someone in a {@link Match}: the production client on a machine of its own, and whatever decides for it. Methods that
 * need an answer let the world's time pass until it has come. Owner: the thread of the test.
 */
public final class Player {
  /** After a client has ended by itself someone starts it again. */
  private static final Duration START_AGAIN = Duration.ofMillis(500);
  private static final Duration TURN = Duration.ofSeconds(60);
  private static final Duration TAKE_OVER = Duration.ofSeconds(60);
  /** Within this the first client hears that it was taken over, if it can hear anything. */
  private static final Duration HEARS = Duration.ofSeconds(2);

  private final Match match;
  private final Arena arena;
  private final String name;
  private final boolean watches;
  private final SimRandom random;
  private final Framing framing;
  private int machines = 1;
  private SimProcess process;
  private @Nullable GameClient client;
  private @Nullable Attention attention;
  private @Nullable String token;
  private @Nullable Brain brain;
  private boolean departing;

  Player(Match match, Arena arena, String name, boolean watches) {
    this.match = match;
    this.arena = arena;
    this.name = name;
    this.watches = watches;
    random = arena.world().random("players").fork(name);
    framing = arena.scene().framing();
    process = arena.machine(name, this);
    start();
  }

  // ------------------------------------------------------------------ what it sees

  public String name() {
    return name;
  }

  /** The room as this client has it now; null in none. */
  public @Nullable RoomView room() {
    return client().room();
  }

  /** The public view, as this client has it; a missing node in no match. */
  public JsonNode view() {
    RoomView room = room();
    return room == null ? MissingNode.getInstance() : room.view();
  }

  /** What only this seat sees; a missing node where nothing is hidden. */
  public JsonNode me() {
    RoomView room = room();
    return room == null ? MissingNode.getInstance() : room.me();
  }

  /** Null for a spectator. */
  public @Nullable Integer seat() {
    RoomView room = room();
    return room == null ? null : room.seat();
  }

  /** Whether the client believes in its connection. The server's belief is in the room's document. */
  public boolean connected() {
    return process.alive() && attention != null && attention.connected();
  }

  /** The production client itself, for whatever this class does not have; another one after a restart. */
  public GameClient client() {
    return Objects.requireNonNull(client, "a player has a client from the beginning");
  }

  // ------------------------------------------------------------------ what it does

  /**
   * From now on {@code script} decides: it is given the room whenever the player may act and no act of its is open, and
   * gives an act, or null to wait. An act is a {@link JsonNode}, the text of a JSON object, or a record of the game. A
   * script whose act is illegal fails the test.
   */
  public Player script(Function<RoomView, ? extends @Nullable Object> script) {
    return think(room -> {
      Object act = script.apply(room);
      return act == null ? null : Acts.json(arena.spec(), act);
    }, true);
  }

  /** From now on a bot of the kit decides: {@code random} draws from the game's schema, so some are refused. */
  public Player bot(String bot) {
    if (!bot.equals("random")) {
      throw new IllegalArgumentException("there is no bot '" + bot + "' in the kit: random");
    }
    return think(Acts.random(this, random.fork("acts"), arena.spec().game()), false);
  }

  /** From now on nobody decides. */
  public Player idle() {
    if (brain != null) {
      brain.stop();
    }
    brain = null;
    return this;
  }

  private Player think(Brain.Choice choice, boolean strict) {
    idle();
    brain = new Brain(this, arena, choice, strict);
    return this;
  }

  /** Waits for this player's turn, acts, and waits until it counts; fails where it is refused. */
  public Player act(Object action) {
    match.until(() -> room() != null && room().myTurn(), TURN);
    arena.insist(name + " acts " + action, () -> client().act(Acts.json(arena.spec(), action), rev()));
    return this;
  }

  /** Acts, and waits for the refusal; fails where it counts. */
  public ErrorCode refused(Object action) {
    CompletionStage<ErrorCode> code = client().act(Acts.json(arena.spec(), action), rev())
        .handle((applied, failure) -> {
          if (cause(failure) instanceof Refused refused) {
            return refused.code();
          }
          throw new IllegalStateException(failure == null ? "it counts: " + applied : failure.toString());
        });
    return arena.await(name + " acts " + action + ", which should be refused", code);
  }

  /** Acts without waiting: for one whose connection is bad. It counts at most once, whatever happens. */
  public Player send(Object action) {
    var _ = client().act(Acts.json(arena.spec(), action), rev());
    return this;
  }

  private long rev() {
    RoomView room = room();
    return room == null ? 0 : room.rev();
  }

  /** Says something in the room's chat. */
  public Player say(String text) {
    arena.insist(name + " says something", () -> client().say(text));
    return this;
  }

  public Player resign() {
    arena.insist(name + " resigns", () -> client().resign());
    return this;
  }

  /** Leaves the room; in a match that is to resign. */
  public Player leave() {
    arena.insist(name + " leaves", () -> client().leave());
    return this;
  }

  // ------------------------------------------------------------------ what happens to it

  /** Nothing gets from it to the server, nor back, for {@code time}; then all that was held up arrives. */
  public Player cut(Duration time) {
    arena.tail().note(name + " is cut off for " + time);
    arena.world().net().cut(process, arena.server(), time);
    return this;
  }

  /** Its connections are reset: both ends see it, and the client comes back by itself. */
  public Player drop() {
    arena.tail().note(name + "'s connection is reset");
    connections().forEach(SimConnection::reset);
    return this;
  }

  /** Only the client hears that its connection is gone: the server still believes in it when the client is back. */
  public Player halfOpen() {
    arena.tail().note(name + "'s connection is half open");
    connections().forEach(connection -> connection.halfOpen(process));
    return this;
  }

  private List<SimConnection> connections() {
    return arena.world().net().connections(process, arena.server());
  }

  /** From now on the way to the server and back takes so much longer, drawn anew for each piece; 0, 0 ends it. */
  public Player lag(int lowMillis, int highMillis) {
    LinkConditions usual = arena.network();
    Duration least = usual.delay().plusMillis(lowMillis).minus(Duration.ofMillis(lowMillis).dividedBy(2));
    Duration most = least.plus(usual.jitter()).plus(Duration.ofMillis(highMillis - lowMillis).dividedBy(2));
    LinkConditions slow = usual.withDelay(least, most);
    arena.world().net().conditions(process, arena.server(), slow);
    arena.world().net().conditions(arena.server(), process, slow);
    return this;
  }

  /** Its process is killed and started again at once: the new one knows the token and nothing else. */
  public Player restart() {
    kill();
    revive();
    return this;
  }

  /** Its process is killed and stays down, until {@link #revive}. */
  public Player kill() {
    arena.tail().note(name + "'s client is killed");
    arena.scene().crash(process, SimProcess.Crash.KILLED);
    return this;
  }

  /** The process that was killed starts again; nothing happens where it runs. */
  public Player revive() {
    arena.scene().revived(process);
    if (!process.alive()) {
      process = arena.scene().restarted(process);
      start();
    }
    return this;
  }

  /**
   * The same session on another machine: a second client says hello with the token, and the first is told that it was
   * taken over; one that is cut off and cannot hear it is closed, or it would come back and take over in its turn. From
   * now on this player is the second.
   */
  public Player takeOver() {
    GameClient old = client();
    boolean hears = connected();
    process = arena.machine(name + "-" + ++machines, this);
    start();
    Attention fresh = Objects.requireNonNull(attention);
    if (!arena.reaches(fresh::connected, TAKE_OVER)) {
      throw new AssertionError(name + " did not take over within " + TAKE_OVER);
    }
    if (!hears || !arena.reaches(old.closed().toCompletableFuture()::isDone, HEARS)) {
      old.close();
    }
    return this;
  }

  // ------------------------------------------------------------------ its client

  private void start() {
    Login login = token == null ? Login.as(name) : Login.as(name).resuming(token);
    Attention fresh = new Attention(match, this);
    attention = fresh;
    GameClient made = arena.scene().client(process, framing, login, fresh);
    client = made;
    made.connect().whenComplete((welcome, failure) -> {
      if (welcome != null) {
        token = welcome.token();
        fresh.welcome();
      }
    });
  }

  /** The client has ended by itself. Someone starts it again, except where it is played on elsewhere. */
  void ended(Attention whose, @Nullable ClientFailure cause) {
    boolean takenOver = cause instanceof SaidBye bye && bye.code() == ByeCode.TAKEN_OVER;
    if (whose == attention && cause != null && !takenOver) {
      arena.world().after(START_AGAIN, () -> {
        if (whose == attention && process.alive()) {
          start();
        }
      });
    }
  }

  boolean watches() {
    return watches;
  }

  boolean alive() {
    return process.alive();
  }

  SimRandom random() {
    return random;
  }

  /** Leaves and closes, however often it takes. */
  void depart() {
    idle();
    if (!departing) {
      departing = true;
      departNow();
    }
  }

  private void departNow() {
    if (connected() && room() == null) {
      attention = null;
      client().close();
      return;
    }
    if (connected()) {
      var _ = client().leave();
    } else if (client().closed().toCompletableFuture().isDone()) {
      start();
    }
    arena.world().after(START_AGAIN, this::departNow);
  }

  /** Whether it has left and closed. */
  boolean gone() {
    return departing && attention == null;
  }

  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    return failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
  }

  @Override
  public String toString() {
    return name;
  }
}
