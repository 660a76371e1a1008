package dev.cancha.testkit;

import dev.cancha.common.game.Game;
import dev.cancha.common.game.Result;
import dev.cancha.common.json.JsonType;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.Depth;
import dev.cancha.server.journal.Journal.Recovered.Found;
import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.journal.Matches;
import dev.cancha.server.journal.Matches.Audience;
import dev.cancha.server.journal.Matches.Query;
import dev.cancha.server.replay.NoReplay;
import dev.cancha.server.replay.ReplayWriter;
import dev.cancha.server.room.Inscription;
import dev.cancha.server.room.MatchBase;
import dev.cancha.server.room.MatchEnd;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomPatch;
import dev.cancha.server.room.RoomState;
import dev.cancha.testkit.judge.Fold;
import dev.cancha.testkit.store.SimStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The match that a disk holds last, as a replay: the one that was being played, ended as aborted where its test
 * ended, or else the last that is over. Owner: the call that writes it.
 */
final class LastMatch implements Matches {
  private static final JsonType<Result> RESULTS = JsonType.of(Result.class);

  private final FinishedMatch match;
  private final List<StoredEntry> entries;

  private LastMatch(FinishedMatch match, List<StoredEntry> entries) {
    this.match = match;
    this.entries = entries;
  }

  /**
   * The bytes of the file.
   *
   * @throws NoReplay where there is none; the message is a sentence that says why
   */
  static byte[] replay(SimStore store, Game<?, ?> game) throws NoReplay {
    LastMatch played = null;
    for (Found room : store.look(Depth.BASE)) {
      played = played == null ? running(room, game) : played;
    }
    if (played != null) {
      return written(played.match, game, played);
    }
    List<FinishedMatch> over = store.matches()
        .list(new Query(null, new Audience.Operator(), null, 1))
        .matches();
    if (over.isEmpty()) {
      throw new NoReplay("no match had begun.");
    }
    return written(over.getFirst(), game, store.matches());
  }

  private static byte[] written(FinishedMatch match, Game<?, ?> game, Matches matches) throws NoReplay {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ReplayWriter.write(match, game, matches, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The match that is played in {@code stored}, or nothing. */
  private static @Nullable LastMatch running(Found stored, Game<?, ?> game) throws NoReplay {
    List<StoredEntry> entries = new ArrayList<>();
    MatchBase base = null;
    for (StoredEntry entry : stored.entries()) {
      MatchBase from = Inscription.read(entry.input()).from();
      if (from != null) {
        base = from;
        entries.clear();
      }
      entries.add(entry);
    }
    return base == null ? null : aborted(stored, base.room(game), base, entries);
  }

  private static @Nullable LastMatch aborted(Found stored, Room<?, ?> room, MatchBase base,
      List<StoredEntry> entries)
      throws NoReplay {
    try {
      RoomState state = Fold.on(room, room.read(base.state()), entries);
      RoomInput end = new RoomInput.Aborted(state.at());
      if (!(room.step(state, end) instanceof Changed changed) || changed.ended() == null) {
        return null;
      }
      entries.add(new StoredEntry(changed.state().position(), 1, new Inscription(end, null).write(),
          RoomPatch.crc(RoomPatch.between(state, changed.state()))));
      return new LastMatch(finished(stored, room, changed), entries);
    } catch (RuntimeException | AssertionError broken) {
      throw new NoReplay("its inputs do not lead to where it was: " + broken + ".");
    }
  }

  private static FinishedMatch finished(Found stored, Room<?, ?> room, Changed changed) {
    MatchEnd end = Objects.requireNonNull(changed.ended());
    List<FinishedMatch.Player> players = new ArrayList<>();
    end.players()
        .forEach((seat, player) -> players
            .add(new FinishedMatch.Player(seat, player.id(), player.name(), player.bot())));
    return new FinishedMatch(end.id(), stored.room(), stored.opening().game(), stored.opening().rules(),
        end.seed().hex(), true,
        new FinishedMatch.Times(end.startedMillis(), end.startedMillis() + changed.state().at()), players,
        List.of(),
        new FinishedMatch.Outcome(RESULTS.write(end.result()).toString(), room.hash(end)),
        new FinishedMatch.Positions(end.position(), changed.state().position()));
  }

  @Override
  public Page list(Query query) {
    return new Page(List.of(match), null);
  }

  @Override
  public @Nullable FinishedMatch find(String id) {
    return id.equals(match.id()) ? match : null;
  }

  @Override
  public void inputs(String id, Consumer<StoredEntry> each) {
    entries.forEach(each);
  }
}
