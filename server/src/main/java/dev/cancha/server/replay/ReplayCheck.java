package dev.cancha.server.replay;

import dev.cancha.common.game.Game;
import dev.cancha.common.game.Result;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.server.replay.Replay.Step;
import dev.cancha.server.room.MatchBase;
import dev.cancha.server.room.MatchEnd;
import dev.cancha.server.room.Outcome;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomInput.Tick;
import dev.cancha.server.room.RoomPatch;
import dev.cancha.server.room.RoomState;
import dev.cancha.server.room.Seed;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Plays a replay again, by the very functions that played it first, and compares: each step's patch, the seed, the
 * result, and the hash of the match at its end. Owner: the call that plays.
 */
public final class ReplayCheck {
  private static final JsonType<Result> RESULTS = JsonType.of(Result.class);
  private static final String STARTED = "\"type\":\"started\"";
  private static final int SHOWN = 300;

  private final Replay replay;
  private final Room<?, ?> room;
  private final Watcher watcher;
  private RoomState state;
  private @Nullable MatchEnd ended;

  /** Told of what is played, step by step. */
  @FunctionalInterface
  public interface Watcher {
    void played(Played step);
  }

  /**
   * A step that was played.
   *
   * @param atMillis match time
   * @param input as it stands in the replay
   * @param patch what it changed for everyone
   * @param events the game's happenings
   */
  public record Played(long position, long atMillis, RoomInput input, Json patch, List<Json> events,
      RoomState before, RoomState after) {}

  /**
   * Something else came out than what was stored.
   *
   * @param position of the first step that is not as it was; that of the first one where nothing could be played
   * @param message a sentence for people
   */
  record Difference(long position, String message) {}

  /** Ends the play at the first difference. */
  private static final class Differs extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long position;

    Differs(long position, String message) {
      super(message);
      this.position = position;
    }

    Differs(Step step, String message) {
      this(step.position(), place(step) + message);
    }
  }

  private ReplayCheck(Replay replay, MatchBase base, Game<?, ?> game, Watcher watcher) {
    this.replay = replay;
    this.watcher = watcher;
    room = base.room(game);
    state = room.read(base.state());
  }

  /**
   * Null where all is as it was; else a sentence that names the first step that is not.
   *
   * @param games the game is looked for in these
   * @throws NoReplay where the game is not among them
   */
  public static @Nullable String difference(Replay replay, List<Game<?, ?>> games, Watcher watcher)
      throws NoReplay {
    Game<?, ?> game = games.stream()
        .filter(each -> each.info().id().equals(replay.game()))
        .findFirst()
        .orElseThrow(() -> new NoReplay("the game " + replay.game() + " is not installed here."));
    Difference difference = difference(replay, game, watcher);
    return difference == null ? null : difference.message();
  }

  /** Null where all is as it was by the rules of {@code game}. */
  static @Nullable Difference difference(Replay replay, Game<?, ?> game, Watcher watcher) {
    long first = replay.header().first();
    ReplayCheck check;
    try {
      check = new ReplayCheck(replay, replay.header().base(), game, watcher);
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError broken) {
      return new Difference(first,
          "line 1, the header, has a base that these rules cannot read: " + broken.getMessage() + ".");
    }
    try {
      check.play();
      return null;
    } catch (Differs e) {
      return new Difference(e.position, String.valueOf(e.getMessage()));
    }
  }

  private void play() {
    Lines.Header header = replay.header();
    if (!hashOf(header.seed()).equals(header.seedHash())) {
      throw new Differs(header.first(),
          "line 1, the header: the seed's hash that was shown at the start is " + header.seedHash()
              + ", but the seed has " + hashOf(header.seed()) + ".");
    }
    if (state.position() != header.first() - 1) {
      throw new Differs(header.first(), "line 1, the header: the base is at position " + state.position()
          + ", but the first step is at " + header.first() + ".");
    }
    for (Step step : replay.steps()) {
      play(step);
    }
    end(header);
  }

  private static String hashOf(String seed) {
    try {
      return new Seed(seed).hash();
    } catch (IllegalArgumentException e) {
      return "none: " + e.getMessage();
    }
  }

  private void play(Step step) {
    CRC32C crc = new CRC32C();
    Json patch = Json.emptyObject();
    for (int i = 0; i < step.span(); i++) {
      if (ended != null) {
        throw new Differs(step, ": the match is over since the step before.");
      }
      RoomInput input = i == 0 ? step.input() : nextTick(step);
      Changed changed = apply(step, input);
      patch = shown(step, changed);
      crc.update(patch.utf8());
      RoomState before = state;
      state = changed.state();
      MatchEnd end = changed.ended();
      ended = end != null && end.id().equals(replay.match()) ? end : null;
      if (step.position() == replay.header().first()) {
        started(step, changed);
      }
      watcher
          .played(new Played(step.position() + i, state.matchTime(state.at()), input, patch, changed.events(),
              before, state));
    }
    if (step.crc() != null && step.crc() != (int) crc.getValue()) {
      throw new Differs(step, ": its patch had the CRC-32C " + hex(step.crc()) + ", and has "
          + hex((int) crc.getValue()) + " now, as " + shortened(patch.toString()) + ".");
    }
  }

  private RoomInput nextTick(Step step) {
    OptionalLong at = room.nextTick(state);
    if (at.isEmpty()) {
      throw new Differs(step, ": the match does not tick any more.");
    }
    return new Tick(at.getAsLong(), List.of());
  }

  private Json shown(Step step, Changed changed) {
    try {
      return RoomPatch.between(state, changed.state());
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError broken) {
      throw new Differs(step, ": what the rules show of it cannot be written now: " + broken + ".");
    }
  }

  private Changed apply(Step step, RoomInput input) {
    Outcome outcome;
    try {
      outcome = room.step(state, input);
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError broken) {
      throw new Differs(step, ": the rules break at it now: " + broken + ".");
    }
    return switch (outcome) {
      case Changed changed -> changed;
      case Outcome.Refused refused ->
        throw new Differs(step, ": it took effect, but is refused now: " + refused.message() + ".");
      case Outcome.Unchanged unchanged -> throw new Differs(step, ": it changes nothing now.");
      case Outcome.Duplicate duplicate -> throw new Differs(step, ": it was applied before now.");
    };
  }

  private void started(Step step, Changed changed) {
    Lines.Header header = replay.header();
    String shown = changed.events()
        .stream()
        .map(Json::toString)
        .filter(each -> each.contains(STARTED))
        .findFirst()
        .orElse("nothing");
    String id = ended == null ? state.matchId() : ended.id();
    if (!header.match().equals(id)) {
      throw new Differs(step, ": it started the match " + header.match() + ", but not now.");
    }
    if (!shown.contains('"' + header.seedHash() + '"')) {
      throw new Differs(step, ": it showed the seed's hash " + header.seedHash() + ", and shows " + shown
          + " now.");
    }
  }

  private void end(Lines.Header header) {
    Step last = replay.steps().getLast();
    MatchEnd end = ended;
    if (end == null) {
      throw new Differs(last, ": it ended the match, but not now.");
    }
    same(last, "result", header.result(), RESULTS.write(end.result()));
    same(last, "seed", header.seed(), end.seed().hex());
    same(last, "time of the start", header.started(), end.startedMillis());
    same(last, "players", people(header), end.players());
    same(last, "hash at the end", header.hash(), room.hash(end));
  }

  private static SortedMap<Integer, MatchEnd.Player> people(Lines.Header header) {
    SortedMap<Integer, MatchEnd.Player> people = new TreeMap<>();
    header.players()
        .forEach((seat, player) -> people.put(seat,
            new MatchEnd.Player(player.id(), player.name(), player.bot())));
    return people;
  }

  private static void same(Step last, String what, Object stored, Object now) {
    if (!Objects.equals(stored, now)) {
      throw new Differs(last, ", the last: the match's " + what + " was " + stored + ", and is " + now
          + " now.");
    }
  }

  private static String place(Step step) {
    RoomInput input = step.input();
    return "line " + step.line() + ", the step at position " + step.position() + " (room time " + input.at()
        + " ms, "
        + shortened(Replay.INPUTS.write(input).toString()) + ")";
  }

  private static String hex(int crc) {
    return HexFormat.of().toHexDigits(crc);
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
