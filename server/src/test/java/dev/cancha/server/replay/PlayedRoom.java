package dev.cancha.server.replay;

import dev.cancha.common.game.Game;
import dev.cancha.common.game.Result;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Phase;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.journal.Matches;
import dev.cancha.server.room.Inscription;
import dev.cancha.server.room.MatchBase;
import dev.cancha.server.room.MatchEnd;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.PasswordHash;
import dev.cancha.server.room.Person;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomConfig;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomInput.Arrival;
import dev.cancha.server.room.RoomInput.Draw;
import dev.cancha.server.room.RoomInput.Single;
import dev.cancha.server.room.RoomInput.Tick;
import dev.cancha.server.room.RoomPatch;
import dev.cancha.server.room.RoomRules;
import dev.cancha.server.room.RoomState;
import dev.cancha.server.room.Seed;
import dev.cancha.server.room.SessionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A room in which one match after another is played by chance, written as a host would, and the matches that came of
 * it. Owner: the test's thread.
 */
public final class PlayedRoom implements Matches {
  private static final JsonType<Result> RESULT = JsonType.of(Result.class);
  private static final List<String> NAMES = List.of("Ana", "Beto", "Caro", "Dani");
  private static final int MOST_STEPS = 3_000;

  final Room<?, ?> room;
  private final Game<?, ?> game;
  private final SplittableRandom chance;
  private final List<String> acts;
  private final List<StoredEntry> entries = new ArrayList<>();
  private final Map<String, FinishedMatch> finished = new LinkedHashMap<>();
  RoomState state;
  private long at;
  private int draws;
  private boolean closed;
  private @Nullable StoredEntry run;
  private final CRC32C runCrc = new CRC32C();

  /** {@code acts}: JSON of acts, some of which are legal at any time. */
  record Play(Game<?, ?> game, Record options, List<String> acts) {}

  PlayedRoom(Play play, Settings settings, long seed) {
    game = play.game();
    acts = play.acts();
    chance = new SplittableRandom(seed);
    room = new Room<>(game, new RoomRules(120_000, 3));
    state = room.open(new RoomConfig("KX3FKX3F", game.info().seats().max(), play.options(), settings,
        Visibility.PRIVATE, new PasswordHash("c2FsdA==", "aGFzaA==", 1_000), false));
  }

  /** Plays until {@code count} matches are over, or nobody is left, and gives them. */
  public List<FinishedMatch> play(int count) {
    int before = finished.size();
    for (int steps = 0; !closed && finished.size() < before + count; steps++) {
      if (steps > MOST_STEPS * count) {
        throw new AssertionError("no match ends: " + state);
      }
      step();
    }
    return List.copyOf(finished.values()).subList(before, finished.size());
  }

  private void step() {
    if (room.nextTick(state).isPresent()) {
      at = room.nextTick(state).getAsLong();
      List<Single> inputs = new ArrayList<>();
      for (int more = chance.nextInt(4) - 1; more > 0; more--) {
        inputs.add(next());
      }
      give(new Tick(at, inputs));
    } else {
      at += chance.nextInt(900);
      long due = room.deadline(state).orElse(Long.MAX_VALUE);
      Single next = next();
      give(due <= at ? new RoomInput.Elapsed(at, draw()) : next);
    }
  }

  private Single next() {
    int who = chance.nextInt(NAMES.size());
    SessionId session = new SessionId("session-of-" + (char) ('z' - who) + "-" + NAMES.get(who));
    Person person = state.roster().person(session);
    if (person == null) {
      return new RoomInput.Enter(at, new Arrival(session, "p" + who, NAMES.get(who)), null,
          chance.nextInt(8) == 0);
    }
    if (state.phase() != Phase.PLAYING) {
      return outside(session);
    }
    return switch (chance.nextInt(60)) {
      case 0 -> new RoomInput.Resign(at, session);
      case 1 -> new RoomInput.Leave(at, session, draw());
      case 2 -> new RoomInput.Lost(at, session);
      case 3, 4 -> new RoomInput.Back(at, session);
      case 5 -> new RoomInput.Restored(at, chance.nextInt(2) * 64L, chance.nextBoolean());
      case 6 -> new RoomInput.Elapsed(at, draw());
      default -> act(session);
    };
  }

  private Single act(SessionId session) {
    return new RoomInput.Act(at, session, state.roster().seq(session) + 1,
        Json.ofChecked(acts.get(chance.nextInt(acts.size()))), null);
  }

  private Single outside(SessionId session) {
    return switch (chance.nextInt(12)) {
      case 0 -> new RoomInput.Sit(at, session, null, draw());
      case 1, 2 -> new RoomInput.Sit(at, session, chance.nextInt(4), draw());
      case 3 -> new RoomInput.Configure(at, session,
          new RoomInput.Changes(null, null, null,
              chance.nextBoolean() ? Visibility.PUBLIC : Visibility.PRIVATE, false,
              new PasswordHash("bmV3", "bmV3", 1_000)),
          "NEWC" + chance.nextInt(1_000, 9_999));
      case 4 -> new RoomInput.Start(at, session, draw());
      case 5 -> act(session);
      default -> new RoomInput.Ready(at, session, true, false, draw());
    };
  }

  Draw draw() {
    draws++;
    return new Draw(new Seed("%016x%016x".formatted(draws, chance.nextLong())), "match" + draws,
        1_000_000 + at);
  }

  /** As the host does: what has an effect is written, ticks without one in runs. */
  void give(RoomInput input) {
    if (!(room.step(state, input) instanceof Changed changed)) {
      return;
    }
    RoomInput written = input instanceof Tick tick ? tick.effective(changed.verdicts()) : input;
    RoomState before = state;
    state = changed.state();
    Json patch = RoomPatch.between(before, state);
    boolean starts = state.phase() == Phase.PLAYING && !Objects.equals(before.matchId(), state.matchId());
    boolean idle = written instanceof Tick tick && tick.inputs().isEmpty() && changed.ended() == null;
    write(before.position() + 1, new Inscription(written, starts ? MatchBase.of(room, before) : null), patch,
        idle);
    MatchEnd ended = changed.ended();
    if (ended != null) {
      List<FinishedMatch.Player> players = ended.players()
          .entrySet()
          .stream()
          .map(each -> new FinishedMatch.Player(each.getKey(), each.getValue().id(), each.getValue().name(),
              null))
          .toList();
      finished.put(ended.id(), new FinishedMatch(ended.id(), "room", game.info().id(), game.rules(),
          ended.seed().hex(), false, new FinishedMatch.Times(ended.startedMillis(), 1_000_000 + at), players,
          List.of("session-of-z-Ana"),
          new FinishedMatch.Outcome(RESULT.write(ended.result()).toString(), room.hash(ended)),
          new FinishedMatch.Positions(ended.position(), state.position())));
    }
    closed = changed.closed();
  }

  private void write(long position, Inscription inscription, Json patch, boolean idle) {
    StoredEntry last = run;
    if (idle && last != null) {
      runCrc.update(patch.utf8());
      run = new StoredEntry(last.position(), last.span() + 1, last.input(), (int) runCrc.getValue());
      entries.set(entries.size() - 1, run);
      return;
    }
    StoredEntry entry = new StoredEntry(position, 1, inscription.write(), RoomPatch.crc(patch));
    entries.add(entry);
    run = idle ? entry : null;
    runCrc.reset();
    runCrc.update(patch.utf8());
  }

  List<FinishedMatch> all() {
    return List.copyOf(finished.values());
  }

  @Override
  public Page list(Query query) {
    return new Page(all(), null);
  }

  @Override
  public @Nullable FinishedMatch find(String id) {
    return finished.get(id);
  }

  @Override
  public void inputs(String id, Consumer<StoredEntry> each) {
    FinishedMatch match = Objects.requireNonNull(finished.get(id));
    entries.stream()
        .filter(
            entry -> entry.position() >= match.inputs().first() && entry.position() <= match.inputs().last())
        .forEach(each);
  }
}
