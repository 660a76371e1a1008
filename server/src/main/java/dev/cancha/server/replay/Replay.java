package dev.cancha.server.replay;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.json.Mismatch;
import dev.cancha.common.message.Json;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.replay.Lines.Header;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A replay, read and found to be the bytes that were written. Immutable. */
public final class Replay {
  static final JsonType<RoomInput> INPUTS = JsonType.of(RoomInput.class);

  private final Header header;
  private final List<Step> steps;

  /**
   * One input.
   *
   * @param line of the file, from 1
   * @param span how many steps it is: several where ticks went by without any input
   * @param crc of what it showed; absent where that is not to be compared
   */
  record Step(int line, long position, int span, RoomInput input, @Nullable Integer crc) {}

  private Replay(Header header, List<Step> steps) {
    this.header = header;
    this.steps = List.copyOf(steps);
  }

  /**
   * The replay that {@code file} is.
   *
   * @throws Damaged where it is one, but a line is not as it was written
   * @throws NoReplay where it is none, or one of a newer version
   */
  public static Replay read(byte[] file) throws Damaged, NoReplay {
    List<byte[]> lines = lines(file);
    if (lines.stream().noneMatch(Sums::looksSealed)) {
      throw new NoReplay("this is no replay: none of its lines ends with a sum.");
    }
    Sums sums = new Sums();
    Header header = header(open(sums, lines, 0, null));
    List<Step> steps = new ArrayList<>();
    long next = header.first();
    for (int i = 1; next <= header.last(); i++) {
      Step step = step(i + 1, open(sums, lines, i, next), next);
      steps.add(step);
      next += step.span();
    }
    int end = steps.size() + 1;
    if (Lines.ENDS.read(open(sums, lines, end, null)).end() != end) {
      throw new Damaged(end + 1, "line " + (end + 1) + " does not end the replay.");
    }
    if (lines.size() > end + 1 || file[file.length - 1] != '\n') {
      throw new Damaged(end + 2, "the file does not end behind line " + (end + 1) + ", which is its last.");
    }
    return new Replay(header, steps);
  }

  private static List<byte[]> lines(byte[] file) {
    List<byte[]> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < file.length; i++) {
      if (file[i] == '\n') {
        lines.add(Arrays.copyOfRange(file, from, i));
        from = i + 1;
      }
    }
    if (from < file.length) {
      lines.add(Arrays.copyOfRange(file, from, file.length));
    }
    return lines;
  }

  /** {@code position}: of the step that the line must hold, if it must. */
  private static Json open(Sums sums, List<byte[]> lines, int index, @Nullable Long position) throws Damaged {
    String place = "line " + (index + 1)
        + (position == null ? index == 0 ? ", the header," : "" : ", the step at position " + position + ",");
    if (index >= lines.size()) {
      throw new Damaged(index + 1, place + " is missing: the file was cut off.");
    }
    byte[] object = sums.open(lines.get(index));
    if (object == null) {
      throw new Damaged(index + 1, place + " is damaged: its bytes are not those that were written.");
    }
    return Json.ofChecked(object);
  }

  private static Header header(Json line) throws NoReplay {
    try {
      int format = Lines.FORMATS.read(line).replay();
      if (format != Lines.FORMAT) {
        throw new NoReplay("this replay has the form " + format + ", and this version knows " + Lines.FORMAT
            + " alone: take the version that made it.");
      }
      return Lines.HEADERS.read(line);
    } catch (Mismatch e) {
      throw new NoReplay("this is no replay: " + e.getMessage() + ".");
    }
  }

  private static Step step(int line, Json json, long position) throws Damaged {
    try {
      Lines.Step step = Lines.STEPS.read(json);
      int span = step.span() == null ? 1 : step.span();
      if (step.position() != position || span < 1) {
        throw new Damaged(line, "line " + line + " has position " + step.position() + " and span " + span
            + ", but follows position " + (position - 1) + ".");
      }
      return new Step(line, position, span, INPUTS.read(step.input()),
          step.crc() == null ? null : (Integer) HexFormat.fromHexDigits(step.crc()));
    } catch (IllegalArgumentException e) { // a Mismatch, or no hex digits
      throw new Damaged(line, "line " + line + " is no step: " + e.getMessage() + ".");
    }
  }

  Header header() {
    return header;
  }

  List<Step> steps() {
    return steps;
  }

  public String match() {
    return header.match();
  }

  public String game() {
    return header.game();
  }

  /** The version of the rules that it was played by. */
  public String rules() {
    return header.rules();
  }

  /** The SHA-256 of the seed, as it was shown to all when the match started; 64 hex digits. */
  public String seedHash() {
    return header.seedHash();
  }

  public long startedMillis() {
    return header.started();
  }

  public long endedMillis() {
    return header.ended();
  }

  /** Seat to the player's name. */
  public SortedMap<Integer, String> players() {
    SortedMap<Integer, String> names = new TreeMap<>();
    header.players().forEach((seat, player) -> names.put(seat, player.name()));
    return names;
  }

  /** How it ended, as in the room's document. */
  public Json result() {
    return header.result();
  }
}
