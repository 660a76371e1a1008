package dev.cancha.common.wire;

import dev.cancha.common.message.ClientMessage.Act;
import dev.cancha.common.message.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads acts that are written plainly, without a JSON parser, whose making alone takes longer: members in the order of
 * {@link Act}, no space, and an action of objects, short whole numbers and text in ASCII without escapes. Whatever else
 * there may be, right or wrong, is left to {@link MessageReader}, which also says what is wrong; a test holds the two
 * together. Owner: the call that reads.
 */
final class ActReader {
  /** What is longer is not looked at. */
  static final int MAX_BYTES = 256;

  private static final int MAX_DEPTH = 8;
  private static final int MAX_MEMBERS = 4;
  /** So many digits always stay below 2^53. */
  private static final int MAX_DIGITS = 15;
  private static final byte[] SEQ = ascii("{\"type\":\"act\",\"seq\":");
  private static final byte[] ACTION = ascii(",\"action\":");
  private static final byte[] REV = ascii(",\"rev\":");

  private final byte[] bytes;
  private int at;

  private ActReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The act that {@code bytes} are, or null where that is not plain to see. */
  static @Nullable Act read(byte[] bytes) {
    ActReader in = new ActReader(bytes);
    if (!in.skip(SEQ)) {
      return null;
    }
    long seq = in.number();
    if (seq < 1 || !in.skip(ACTION)) {
      return null;
    }
    int from = in.at;
    if (!in.object(1)) {
      return null;
    }
    int to = in.at;
    Long rev = null;
    if (in.skip(REV)) {
      rev = in.number();
      if (rev < 0) {
        return null;
      }
    }
    return in.skip('}') && in.at == bytes.length
        ? new Act(seq, Json.ofChecked(Arrays.copyOfRange(bytes, from, to)), rev)
        : null;
  }

  private boolean object(int depth) {
    if (depth > MAX_DEPTH || !skip('{')) {
      return false;
    }
    if (skip('}')) {
      return true;
    }
    int[] names = new int[2 * MAX_MEMBERS];
    for (int count = 0; count < MAX_MEMBERS; count++) {
      names[2 * count] = at;
      if (!text()) {
        return false;
      }
      names[2 * count + 1] = at;
      if (repeated(names, count) || !skip(':') || !value(depth)) {
        return false;
      }
      if (!skip(',')) {
        return skip('}');
      }
    }
    return false;
  }

  private boolean value(int depth) {
    return switch (at < bytes.length ? bytes[at] : 0) {
      case '{' -> object(depth + 1);
      case '"' -> text();
      default -> number() >= 0;
    };
  }

  /** Whether the last of the names, each from its place to the next one, is also that of a member before. */
  private boolean repeated(int[] names, int last) {
    for (int i = 0; i < last; i++) {
      if (Arrays.equals(bytes, names[2 * i], names[2 * i + 1], bytes, names[2 * last], names[2 * last + 1])) {
        return true;
      }
    }
    return false;
  }

  private boolean text() {
    if (!skip('"')) {
      return false;
    }
    while (at < bytes.length && bytes[at] >= ' ' && bytes[at] <= '~' && bytes[at] != '"'
        && bytes[at] != '\\') {
      at++;
    }
    return skip('"');
  }

  /** A whole number of few digits, or -1. */
  private long number() {
    int from = at;
    long value = 0;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && at - from < MAX_DIGITS) {
      value = value * 10 + (bytes[at++] - '0');
    }
    boolean plain = at > from && (bytes[from] != '0' || at == from + 1);
    return plain ? value : -1;
  }

  private boolean skip(char ascii) {
    if (at < bytes.length && bytes[at] == ascii) {
      at++;
      return true;
    }
    return false;
  }

  private boolean skip(byte[] expected) {
    int end = at + expected.length;
    if (end <= bytes.length && Arrays.equals(bytes, at, end, expected, 0, expected.length)) {
      at = end;
      return true;
    }
    return false;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
