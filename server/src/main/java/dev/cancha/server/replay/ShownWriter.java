package dev.cancha.server.replay;

import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.json.Delta;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.server.replay.ReplayCheck.Difference;
import dev.cancha.server.replay.ReplayCheck.Played;
import dev.cancha.server.room.RoomDocument;
import dev.cancha.server.room.RoomState;
import dev.cancha.server.room.Shown;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a match showed, as it comes out when its replay is played again: for those who have no rules, such as the
 * page. It is the very play that verifies the replay, so the last line says whether what stands before it is what was
 * shown then. docs/protocol/replays.md has the lines. Owner: the call that writes.
 */
public final class ShownWriter {
  private static final int FORMAT = 1;
  private static final JsonType<RoomDocument> DOCUMENTS = JsonType.of(RoomDocument.class);
  private static final JsonType<Head> HEADS = JsonType.of(Head.class);
  private static final JsonType<Line> LINES = JsonType.of(Line.class);
  private static final JsonType<End> ENDS = JsonType.of(End.class);

  private final OutputStream out;
  /** Of each line that tells of a step. */
  private final List<Long> positions = new ArrayList<>();

  /**
   * The first line.
   *
   * @param shown the version of this form
   * @param match as the list of matches has it, whole
   * @param title of its game, for people
   * @param tickRate 0 where it is turn-based
   */
  private record Head(int shown, Json match, String title, int tickRate) {}

  /**
   * A step that changed what somebody saw.
   *
   * @param at match time in milliseconds
   * @param doc the whole document, in the first of them alone
   * @param patch what it changed for everyone, in all others
   * @param mes seat to the merge patch of what it alone saw; absent where nothing of that changed
   * @param events of the game; absent where there were none
   */
  private record Line(long rev, long at, @Nullable Json doc, @Nullable Json patch,
      @Nullable SortedMap<Integer, Json> mes, @Nullable List<Json> events) {}

  /**
   * The last line.
   *
   * @param end how many steps there are before it
   * @param same how many of these came out as they were; absent where all did, and the end too
   * @param difference a sentence that names the first step that did not
   */
  private record End(int end, boolean verified, @Nullable Integer same, @Nullable String difference) {}

  private ShownWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes what {@code replay} shows to {@code out}, and leaves that open.
   *
   * @param replay a file as {@link ReplayWriter} writes it
   * @param match what stands in the first line about it
   * @throws NoReplay where it is none that these rules could be held against; nothing was written then
   * @throws IOException where {@code out} throws it
   */
  public static void write(byte[] replay, Game<?, ?> game, Json match, OutputStream out)
      throws NoReplay, IOException {
    Replay read;
    try {
      read = Replay.read(replay);
    } catch (Damaged e) {
      throw new NoReplay(String.valueOf(e.getMessage()));
    }
    try {
      new ShownWriter(out).write(read, game, match);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(Replay replay, Game<?, ?> game, Json match) {
    GameInfo<?> info = game.info();
    line(HEADS.write(new Head(FORMAT, match, info.title(), info.tickRate())));
    Difference difference = ReplayCheck.difference(replay, game, this::played);
    int steps = positions.size();
    line(ENDS.write(difference == null ? new End(steps, true, null, null)
        : new End(steps, false, (int) positions.stream().filter(each -> each < difference.position()).count(),
            difference.message())));
  }

  private void played(Played step) {
    RoomState after = step.after();
    boolean first = positions.isEmpty();
    if (!first && after.rev() == step.before().rev()) {
      return; // nobody saw anything of it
    }
    positions.add(step.position());
    SortedMap<Integer, Json> mes = own(first ? null : step.before().shown(), after.shown());
    line(LINES.write(new Line(after.rev(), step.atMillis(),
        first ? DOCUMENTS.write(after.shown().document()) : null, first ? null : step.patch(),
        mes.isEmpty() ? null : mes, step.events().isEmpty() ? null : step.events())));
  }

  private static SortedMap<Integer, Json> own(@Nullable Shown before, Shown after) {
    SortedSet<Integer> seats = new TreeSet<>(after.mes().keySet());
    if (before != null) {
      seats.addAll(before.mes().keySet());
    }
    SortedMap<Integer, Json> own = new TreeMap<>();
    for (Integer seat : seats) {
      Json change = Delta.between(before == null ? null : before.me(seat), after.me(seat));
      if (change != null) {
        own.put(seat, change);
      }
    }
    return own;
  }

  private void line(Json object) {
    try {
      out.write(object.utf8());
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
