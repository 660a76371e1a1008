package dev.cancha.app.match;

import dev.cancha.common.game.Game;
import dev.cancha.common.game.Result;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.journal.Matches;
import dev.cancha.server.replay.NoReplay;
import dev.cancha.server.replay.ReplayWriter;
import dev.cancha.server.room.Inscription;
import dev.cancha.server.room.MatchBase;
import dev.cancha.server.room.MatchEnd;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.Outcome.Refused;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomInput.Tick;
import dev.cancha.server.room.RoomPatch;
import dev.cancha.server.room.RoomState;
import dev.cancha.server.room.Seed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the replay of a match from what the league's file keeps of it: plays it once more, and writes what a server
 * would have written, by the server's own code. Owner: the call that makes one.
 */
final class ReplayMaker implements Table.Witness, Matches {
  private static final JsonType<Result> RESULT = JsonType.of(Result.class);

  private final Occasion occasion;
  private final Room<?, ?> room;
  private final List<StoredEntry> entries = new ArrayList<>();
  private @Nullable FinishedMatch finished;

  private ReplayMaker(Occasion occasion) {
    this.occasion = occasion;
    room = Table.room(occasion.game());
  }

  /**
   * The bytes of the file.
   *
   * @throws MatchError where the rules do not lead to the same end any more, or the game has no replays
   */
  static byte[] make(Occasion occasion, Entry entry) {
    ReplayMaker maker = new ReplayMaker(occasion);
    Table table = new Table(maker.room, occasion, maker);
    try {
      maker.play(table, entry);
      return maker.written();
    } catch (NoReplay e) {
      throw MatchError.failed("match " + entry.played().number() + " has no replay: " + e.getMessage());
    } catch (IllegalStateException e) {
      throw MatchError
          .failed("match " + entry.played().number() + " cannot be played again: " + e.getMessage() + ".");
    }
  }

  private void play(Table table, Entry entry) throws NoReplay {
    table.begin();
    SortedMap<Integer, Json> decided = new TreeMap<>();
    for (Move move : entry.moves()) {
      play(table, move, decided);
    }
    Result result = table.result();
    if (result == null) {
      throw new NoReplay("it was broken off, and has no end.");
    }
    if (!new ArrayList<>(result.ranks().values()).equals(entry.played().ranks())) {
      throw new IllegalStateException(
          "the rules lead to the ranks " + result.ranks().values() + " now, and not to "
              + entry.played().ranks());
    }
  }

  private void play(Table table, Move move, SortedMap<Integer, Json> decided) {
    Integer seat = move.seat();
    if (move.ticks() != null) {
      for (int i = 0; i < move.ticks(); i++) {
        require(table.tick(decided).isEmpty(), move);
        decided.clear();
      }
    } else if (seat != null && move.action() == null) {
      table.resign(seat);
    } else if (seat != null && move.action() != null && occasion.ticks()) {
      decided.put(seat, move.action());
    } else if (seat != null && move.action() != null) {
      Refused refused = table.act(seat, move.action());
      require(refused == null, move);
    }
  }

  private static void require(boolean held, Move move) {
    if (!held) {
      throw new IllegalStateException("the rules refuse " + move + " now");
    }
  }

  private byte[] written() throws NoReplay {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ReplayWriter.write(java.util.Objects.requireNonNull(finished), occasion.game(), this, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  public void saw(RoomState before, RoomInput input, Changed changed) {
    RoomInput effective = input instanceof Tick tick ? tick.effective(changed.verdicts()) : input;
    boolean starts = before.matchId() == null && changed.state().matchId() != null;
    if (!starts && entries.isEmpty()) {
      return; // people who come in and sit down
    }
    MatchBase from = starts ? MatchBase.of(room, before) : null;
    entries.add(new StoredEntry(changed.state().position(), 1, new Inscription(effective, from).write(),
        RoomPatch.crc(RoomPatch.between(before, changed.state()))));
    MatchEnd end = changed.ended();
    if (end != null) {
      finished = finished(end, changed.state());
    }
  }

  private FinishedMatch finished(MatchEnd end, RoomState state) {
    Game<?, ?> game = occasion.game();
    List<FinishedMatch.Player> players = new ArrayList<>();
    for (Map.Entry<Integer, MatchEnd.Player> each : end.players().entrySet()) {
      MatchEnd.Player player = each.getValue();
      players.add(new FinishedMatch.Player(each.getKey(), player.id(), player.name(), player.bot()));
    }
    Seed seed = end.seed();
    return new FinishedMatch(end.id(), "league", game.info().id(), game.rules(), seed.hex(), true,
        new FinishedMatch.Times(end.startedMillis(), end.startedMillis() + state.at()), players, List.of(),
        new FinishedMatch.Outcome(RESULT.write(end.result()).toString(), room.hash(end)),
        new FinishedMatch.Positions(end.position(), state.position()));
  }

  @Override
  public Page list(Query query) {
    return new Page(List.of(), null);
  }

  @Override
  public @Nullable FinishedMatch find(String id) {
    return finished;
  }

  @Override
  public void inputs(String id, Consumer<StoredEntry> each) {
    entries.forEach(each);
  }
}
