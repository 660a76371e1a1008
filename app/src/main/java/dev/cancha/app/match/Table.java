package dev.cancha.app.match;

import dev.cancha.common.game.Game;
import dev.cancha.common.game.Result;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.room.BotTurns;
import dev.cancha.server.room.MatchEnd;
import dev.cancha.server.room.Outcome;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.Outcome.Refused;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomConfig;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomInput.Draw;
import dev.cancha.server.room.RoomInput.Single;
import dev.cancha.server.room.RoomRules;
import dev.cancha.server.room.RoomState;
import dev.cancha.server.room.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A match in this process: a room like any of a server, folded input by input. Time goes by in it as the game's ticks
 * say, or by a second an act, whatever the clock on the wall shows. Owner: the thread that plays the match.
 */
final class Table implements Court {
  /** A match without clocks: an act takes as long as its bot likes, and this is what a replay shows. */
  private static final long ACT_MILLIS = 1_000;
  private static final RoomRules RULES = new RoomRules(120_000, 1);
  private static final int DAY_SECONDS = 86_400;

  private final Occasion occasion;
  private final Witness witness;
  private final Room<?, ?> room;
  private final Draw draw;
  private final List<Move> moves = new ArrayList<>();
  private final long[] seqs;
  private RoomState state;
  private long at;
  private @Nullable MatchEnd ended;

  /** Who sees each step. */
  @FunctionalInterface
  interface Witness {
    void saw(RoomState before, RoomInput input, Changed changed);
  }

  Table(Room<?, ?> room, Occasion occasion, Witness witness) {
    this.room = room;
    this.occasion = occasion;
    this.witness = witness;
    int seats = occasion.names().size();
    draw = new Draw(occasion.seed(), occasion.match(), occasion.wallMillis());
    seqs = new long[seats];
    state = room.open(new RoomConfig("LEAGUE", seats, occasion.game().info().types().options(),
        settings(occasion), Visibility.PUBLIC, null, false));
  }

  /** Rooms of {@code game}, for any number of tables. */
  static Room<?, ?> room(Game<?, ?> game) {
    return new Room<>(game, RULES);
  }

  /** A league has its own patience, so that clocks of a game are set to what never runs out. */
  static Settings settings(Occasion occasion) {
    var defaults = occasion.game().info().settings();
    boolean clocked = defaults.turnSeconds() > 0 || defaults.bankSeconds() > 0;
    return new Settings(clocked ? (Integer) DAY_SECONDS : null, null, null, null, DAY_SECONDS);
  }

  @Override
  public void begin() {
    for (int seat = 0; seat < seqs.length; seat++) {
      must(new RoomInput.Enter(at,
          new RoomInput.Arrival(session(seat), "p" + seat, occasion.names().get(seat)), seat, false));
    }
    for (int seat = 0; seat < seqs.length; seat++) {
      must(new RoomInput.Ready(at, session(seat), true, false, draw));
    }
  }

  static SessionId session(int seat) {
    return new SessionId("s" + seat);
  }

  @Override
  public Occasion occasion() {
    return occasion;
  }

  @Override
  public RoomState state() {
    return state;
  }

  @Override
  public BotTurns<?, ?> turns() {
    return room.botTurns();
  }

  @Override
  public @Nullable Refused act(int seat, Json action) {
    at += ACT_MILLIS;
    Outcome outcome = give(input(seat, action));
    if (outcome instanceof Refused refused) {
      at -= ACT_MILLIS;
      return refused;
    }
    seqs[seat]++;
    moves.add(Move.act(seat, action));
    return null;
  }

  private RoomInput.Act input(int seat, Json action) {
    return new RoomInput.Act(at, session(seat), seqs[seat] + 1, action, null);
  }

  @Override
  public SortedMap<Integer, Refused> tick(SortedMap<Integer, Json> acts) {
    at = room.nextTick(state).orElseThrow(() -> new IllegalStateException("the match does not tick"));
    List<Single> inputs = new ArrayList<>(acts.size());
    acts.forEach((seat, action) -> inputs.add(input(seat, action)));
    Changed changed = must(new RoomInput.Tick(at, inputs));
    SortedMap<Integer, Refused> refused = new TreeMap<>();
    int i = 0;
    for (Map.Entry<Integer, Json> each : acts.entrySet()) {
      int seat = each.getKey();
      if (changed.verdicts().get(i++) instanceof Refused no) {
        refused.put(seat, no);
      } else {
        seqs[seat]++;
        moves.add(Move.act(seat, each.getValue()));
      }
    }
    ticked();
    return refused;
  }

  /** Ticks that follow each other with nothing between are one move. */
  private void ticked() {
    Move last = moves.isEmpty() ? null : moves.getLast();
    if (last != null && last.ticks() != null) {
      moves.set(moves.size() - 1, Move.ticks(last.ticks() + 1));
    } else {
      moves.add(Move.ticks(1));
    }
  }

  @Override
  public void resign(int seat) {
    at += occasion.ticks() ? 0 : ACT_MILLIS;
    must(new RoomInput.Resign(at, session(seat)));
    moves.add(Move.resignation(seat));
  }

  private Changed must(RoomInput input) {
    if (give(input) instanceof Changed changed) {
      return changed;
    }
    throw new IllegalStateException("a room does not take " + input);
  }

  private Outcome give(RoomInput input) {
    RoomState before = state;
    Outcome outcome = room.step(before, input);
    if (outcome instanceof Changed changed) {
      state = changed.state();
      MatchEnd end = changed.ended();
      ended = end == null ? ended : end;
      witness.saw(before, input, changed);
    }
    return outcome;
  }

  @Override
  public @Nullable Result result() {
    return ended == null ? null : ended.result();
  }

  @Override
  public List<Move> moves() {
    return List.copyOf(moves);
  }

  @Override
  public void close() {}
}
