package dev.cancha.testkit;

import dev.cancha.client.RoomView;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.testkit.fault.Fault;
import dev.cancha.testkit.fault.FaultPlan;
import dev.cancha.testkit.scene.Stage;
import dev.cancha.testkit.sim.SimProcess;
import dev.cancha.testkit.sim.SimWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One room with its players on the production server, under virtual time: what a {@link MatchTest} is given. Time
 * passes only where a method says so, and nothing ever blocks. Owner: the thread of the test.
 */
public final class Match {
  private static final Duration SOON = Duration.ofSeconds(60);
  /** What was broken has worked for so long before everyone must agree. */
  private static final Duration HEALING = Duration.ofSeconds(30);
  /** Longer than every grace, and than sessions are remembered. */
  private static final Duration GRACES = Duration.ofMinutes(25);

  private final Arena arena;
  private final Map<String, Player> players = new LinkedHashMap<>();
  private final SortedMap<Long, List<JsonNode>> events = new TreeMap<>();
  private final List<String> bots = new ArrayList<>();
  private final SortedMap<Integer, String> names = new TreeMap<>();
  private String matchId = "";
  private long matchRev;
  private boolean faultsBegun;
  private @Nullable RoomView newest;
  /** That of the newest, which is asked for after every step of the world. */
  private String phase = "";

  Match(MatchSpec spec, long seed, FaultPlan plan, int keptEvents) {
    arena = new Arena(spec, seed, plan, keptEvents);
  }

  // ------------------------------------------------------------------ who is in it

  /**
   * The server's own bots take the seats behind those who {@link #join}, which comes after this: {@code mcts}, {@code
   * survivor}, whatever the game's description names. {@link Player#bot} is for what sits at a client.
   */
  public Match bots(String... bots) {
    this.bots.addAll(List.of(bots));
    return this;
  }

  /** The first opens the room, the others join it in this order, all are ready, and the match begins. */
  public Match join(String... names) {
    List<Player> joined = new ArrayList<>();
    for (String name : names) {
      Player player = connected(name, false);
      String code = code();
      arena.insist(name + " enters",
          () -> code == null ? player.client().enter(arena.spec()::create) : player.client().join(code));
      joined.add(player);
    }
    for (int i = 0; i < bots.size(); i++) {
      String bot = bots.get(i);
      int seat = joined.size() + i;
      arena.insist(bot + " takes seat " + seat, () -> joined.getFirst()
          .client()
          .ask(ServerMessage.Done.class, id -> new ClientMessage.Bot(id, seat, bot, null)));
    }
    bots.clear();
    for (Player player : joined) {
      arena.insist(player + " is ready", () -> player.client().ready(true));
    }
    until(() -> everyoneSees("playing"), SOON);
    if (!faultsBegun) {
      faultsBegun = true;
      arena.injectFaults();
    }
    return this;
  }

  /** These come to watch. */
  public Match watch(String... names) {
    for (String name : names) {
      Player spectator = connected(name, true);
      String code = code();
      if (code == null) {
        throw new IllegalStateException("nobody has joined yet, so there is nothing to watch");
      }
      arena.insist(name + " watches", () -> spectator.client().spectate(code));
    }
    return this;
  }

  private Player connected(String name, boolean watches) {
    if (players.containsKey(name)) {
      throw new IllegalArgumentException(name + " is in the match already");
    }
    Player player = new Player(this, arena, name, watches);
    players.put(name, player);
    until(player::connected, SOON);
    return player;
  }

  private @Nullable String code() {
    return newest == null ? null : newest.doc().path("code").asString();
  }

  /** Who joined, or watches, under this name. */
  public Player player(String name) {
    Player player = players.get(name);
    if (player == null) {
      throw new IllegalArgumentException("there is no " + name + " among " + players.keySet());
    }
    return player;
  }

  /** All of them, in the order in which they came; those who watch too. */
  public List<Player> players() {
    return List.copyOf(players.values());
  }

  // ------------------------------------------------------------------ time

  /** Lets the time pass. */
  public Match advance(Duration time) {
    arena.advance(time);
    return this;
  }

  /** Lets the time pass until {@code done}; fails where that takes more than {@code most}. */
  public Match until(BooleanSupplier done, Duration most) {
    if (!arena.reaches(done, most)) {
      throw new AssertionError("what was waited for did not happen within " + most + "; the room is "
          + (newest == null ? "not there" : newest.doc()));
    }
    return this;
  }

  /** Lets the time pass until the match is over and all who are connected have seen it. */
  public Match untilOver(Duration most) {
    if (!arena.reaches(() -> phase().equals("over") && everyoneSees("over"), most)) {
      throw new AssertionError("the match was not over within " + most + "; the room is "
          + (newest == null ? "not there" : newest.doc()));
    }
    return this;
  }

  private boolean everyoneSees(String phase) {
    for (Player player : players.values()) {
      RoomView room = player.room();
      if (player.connected() && room != null && !room.phase().equals(phase)) {
        return false;
      }
    }
    return phase().equals(phase);
  }

  /** Everyone who sits there asks for a rematch, and it begins. */
  public Match rematch() {
    String before = matchId;
    List<Player> again = players.values().stream().filter(player -> player.seat() != null).toList();
    for (Player player : again) {
      arena.insist(player + " asks for a rematch", () -> player.client().rematch());
    }
    return until(() -> !matchId.equals(before) && everyoneSees("playing"), SOON);
  }

  /**
   * These go wrong, as a plan has them but with times that count from now: {@code stuckDisk@0+5000} now and for five
   * seconds, {@code mute@1000+2000 c1} the second client in a second and for two. They are not part of what is shrunk.
   */
  public Match faults(String... faults) {
    arena.inject(Stream.of(faults).map(Fault::parse).toList());
    return this;
  }

  /** Ends all faults that were drawn, cuts and lags; who was killed comes back. The kit does it after the test too. */
  public Match heal() {
    arena.heal();
    return this;
  }

  /**
   * The server's process is killed now, and starts again after {@code outage}: its rooms come back from its disk, and
   * clients with the tokens that they have. Of a game that ticks up to a second of play is lost.
   */
  public Match crashServer(Duration outage) {
    arena.crashServer(SimProcess.Crash.KILLED, outage);
    return this;
  }

  /** As {@link #crashServer}, but its machine loses power, so that nobody is told: clients notice by the silence. */
  public Match powerServer(Duration outage) {
    arena.crashServer(SimProcess.Crash.POWER, outage);
    return this;
  }

  // ------------------------------------------------------------------ what it is like

  /** The names of those who played, best first; of equal rank in the order of their seats. */
  public List<String> standings() {
    List<Map.Entry<String, JsonNode>> ranks = new ArrayList<>(result().path("ranks").properties());
    ranks.sort(Comparator.<Map.Entry<String, JsonNode>>comparingInt(rank -> rank.getValue().asInt())
        .thenComparingInt(rank -> Integer.parseInt(rank.getKey())));
    List<String> standings = new ArrayList<>();
    ranks.forEach(rank -> standings.add(names.getOrDefault(Integer.valueOf(rank.getKey()), "?")));
    return standings;
  }

  /** {@code ranks} and {@code reason}; a missing node before the end. */
  public JsonNode result() {
    return room().result();
  }

  /** The room as the newest revision that anyone was shown has it. What only a seat sees is its player's. */
  public RoomView room() {
    if (newest == null) {
      throw new IllegalStateException("nobody has joined yet");
    }
    return newest;
  }

  /** The room's document. */
  public JsonNode document() {
    return room().doc();
  }

  /** The public view. */
  public JsonNode view() {
    return room().view();
  }

  /** {@code lobby}, {@code playing} or {@code over}. */
  public String phase() {
    return newest == null ? room().phase() : phase;
  }

  /** The game's happenings of this match so far, in order. */
  public List<JsonNode> events() {
    List<JsonNode> all = new ArrayList<>();
    events.tailMap(matchRev).values().forEach(all::addAll);
    return Collections.unmodifiableList(all);
  }

  /** Since the world began. */
  public Duration elapsed() {
    return arena.world().elapsed();
  }

  public long seed() {
    return arena.world().seed();
  }

  /** For whatever the kit has no method for. */
  public SimWorld world() {
    return arena.world();
  }

  // ------------------------------------------------------------------ for the kit

  void seen(RoomView room, List<JsonNode> happened) {
    if (!happened.isEmpty()) {
      events.putIfAbsent(room.rev(), happened);
    }
    if (newest != null && room.rev() <= newest.rev()) {
      return;
    }
    newest = room;
    phase = room.phase();
    String id = room.doc().path("match").asString("");
    if (!id.isEmpty() && !id.equals(matchId)) {
      matchId = id;
      matchRev = room.rev();
      names.clear();
      room.doc()
          .path("seats")
          .properties()
          .forEach(
              seat -> names.put(Integer.valueOf(seat.getKey()), seat.getValue().path("name").asString("")));
    }
  }

  void broken(Player player) {
    arena.complain("room", "the server has closed the room, as " + player + " was told: see its log");
  }

  Arena arena() {
    return arena;
  }

  /** What every match must come to, whatever it was about. */
  void finish() {
    arena.check();
    arena.heal();
    arena.advance(HEALING);
    arena.judge(Stage.HEALED);
    players.values().forEach(Player::depart);
    if (!arena.reaches(() -> players.values().stream().allMatch(Player::gone), SOON)) {
      throw new AssertionError("not everyone could leave: "
          + players.values().stream().filter(player -> !player.gone()).toList());
    }
    arena.advance(GRACES);
    arena.judge(Stage.IDLE);
  }
}
