package dev.cancha.server.replay;

import dev.cancha.common.game.Game;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.json.Mismatch;
import dev.cancha.common.message.Json;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.journal.Matches;
import dev.cancha.server.room.Anonymous;
import dev.cancha.server.room.Inscription;
import dev.cancha.server.room.MatchBase;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomPatch;
import dev.cancha.server.room.RoomState;
import dev.cancha.server.room.Seed;
import dev.cancha.server.room.SessionId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes replays of finished matches. Waits for the disk: never on an event loop. Owner: the call that makes one.
 */
public final class ReplayWriter {
  private static final JsonType<RoomInput> INPUTS = JsonType.of(RoomInput.class);

  private final FinishedMatch match;
  private final MatchBase base;
  private final Room<?, ?> room;
  private final RoomState state;
  private final Anonymous names;
  private final OutputStream out;
  private final Sums sums = new Sums();
  private int lines;

  private ReplayWriter(FinishedMatch match, Game<?, ?> game, Matches matches, OutputStream out)
      throws NoReplay {
    this.match = match;
    this.out = out;
    SortedSet<SessionId> sessions = new TreeSet<>();
    List<MatchBase> bases = new ArrayList<>();
    try {
      matches.inputs(match.id(), entry -> {
        Inscription inscription = Inscription.read(entry.input());
        sessions.addAll(Anonymous.sessions(inscription.input()));
        if (entry.position() == match.inputs().first() && inscription.from() != null) {
          bases.add(inscription.from());
        }
      });
      if (bases.isEmpty()) {
        throw new NoReplay("the states of this game cannot be written, so its matches have no replays.");
      }
      base = bases.getFirst();
      room = base.room(game);
      state = room.read(base.state());
    } catch (Mismatch e) {
      throw new NoReplay("the match " + match.id() + " was stored in a form that is not known any more: "
          + e.getMessage() + ".");
    }
    sessions.addAll(Anonymous.sessions(state));
    names = new Anonymous(sessions);
  }

  /**
   * Writes the replay of {@code match} to {@code out}, and leaves that open.
   *
   * @param game by whose rules it was played
   * @throws NoReplay where it cannot have one; nothing was written then
   * @throws IOException where {@code out} throws it
   */
  public static void write(FinishedMatch match, Game<?, ?> game, Matches matches, OutputStream out)
      throws NoReplay, IOException {
    ReplayWriter writer = new ReplayWriter(match, game, matches, out);
    try {
      writer.write(matches);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(Matches matches) {
    RoomState anonymous = names.base(state);
    Json written = room.write(anonymous);
    if (written == null) {
      throw new IllegalStateException("a state that was read cannot be written");
    }
    line(Lines.HEADERS.write(header(new MatchBase(base.rules(), written))));
    RoomState first = room.read(written);
    matches.inputs(match.id(), entry -> line(Lines.STEPS.write(step(entry, first))));
    line(Lines.ENDS.write(new Lines.End(lines)));
  }

  private Lines.Header header(MatchBase anonymousBase) {
    SortedMap<Integer, Lines.Player> players = new TreeMap<>();
    match.players()
        .forEach(
            player -> players.put(player.seat(), new Lines.Player(player.id(), player.name(), player.bot())));
    return new Lines.Header(Lines.FORMAT, match.id(), match.game(), match.rules(), match.seed(),
        new Seed(match.seed()).hash(), match.times().startedMillis(), match.times().endedMillis(), players,
        Json.ofChecked(match.outcome().result()), match.outcome().hash(), match.inputs().first(),
        match.inputs().last(), anonymousBase);
  }

  private Lines.Step step(StoredEntry entry, RoomState anonymous) {
    RoomInput input = input(entry);
    Integer crc = entry.patchCrc();
    RoomInput named;
    if (entry.position() == match.inputs().first()) {
      named = names.first(input);
      crc = firstCrc(input, named, anonymous, crc);
    } else {
      RoomInput played = entry.next() > match.inputs().last() ? Anonymous.last(input) : input;
      crc = played.equals(input) ? crc : null;
      named = names.later(played);
    }
    return new Lines.Step(entry.position(), entry.span() == 1 ? null : (Integer) entry.span(),
        INPUTS.write(named),
        crc == null ? null : HexFormat.of().toHexDigits(crc));
  }

  /**
   * The first patch also takes away what was shown of the match before, which is not in the base of a replay. So
   * where it is the same today as it was, the one from that base stands for it.
   */
  private int firstCrc(RoomInput input, RoomInput named, RoomState anonymous, int stored) {
    return crc(state, input) == stored ? crc(anonymous, named) : stored;
  }

  private int crc(RoomState before, RoomInput input) {
    try {
      return room.step(before, input) instanceof Changed changed
          ? RoomPatch.crc(RoomPatch.between(before, changed.state()))
          : 0;
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError broken) {
      return 0; // whoever verifies the replay is told
    }
  }

  private static RoomInput input(StoredEntry entry) {
    return Inscription.read(entry.input()).input();
  }

  private void line(Json object) {
    try {
      out.write(sums.seal(object.utf8()));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines++;
  }
}
