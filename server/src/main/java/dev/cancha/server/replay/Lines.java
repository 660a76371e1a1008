package dev.cancha.server.replay;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.server.room.MatchBase;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The lines of a replay, as their JSON. */
final class Lines {
  static final int FORMAT = 1;
  static final JsonType<Format> FORMATS = JsonType.of(Format.class);
  static final JsonType<Header> HEADERS = JsonType.of(Header.class);
  static final JsonType<Step> STEPS = JsonType.of(Step.class);
  static final JsonType<End> ENDS = JsonType.of(End.class);

  private Lines() {}

  /** What is read of a header first: which version of this file it is. */
  record Format(int replay) {}

  /**
   * The first line.
   *
   * @param replay the version of this file's form
   * @param started wall-clock time in milliseconds since 1970, as {@code ended}
   * @param hash SHA-256 of the match at its end, 64 hex digits
   * @param first the position of the first step
   * @param last of the last one
   * @param base what the first step is applied to
   */
  record Header(int replay, String match, String game, String rules, String seed, String seedHash,
      long started,
      long ended, SortedMap<Integer, Player> players, Json result, String hash, long first, long last,
      MatchBase base) {}

  /** Who sat on a seat; {@code bot} is the name of a bot. */
  record Player(String id, String name, @Nullable String bot) {}

  /**
   * An input, or several ticks without any.
   *
   * @param span how many steps it is, one where it is absent
   * @param crc the CRC-32C of what it showed, 8 hex digits; absent where not all that came in the step is part of the
   *     match
   */
  record Step(long position, @Nullable Integer span, Json input, @Nullable String crc) {}

  /** The last line; {@code end} is how many lines there are before it. */
  record End(int end) {}
}
