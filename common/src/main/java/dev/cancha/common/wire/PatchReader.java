package dev.cancha.common.wire;

import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage.Patch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads patches that are written plainly, as {@link PatchWriter} does, without a JSON parser: members in the order of
 * {@link Patch}, no space, text in ASCII without escapes, numbers without exponents. A client is sent little else.
 * Whatever else there may be, right or wrong, is left to {@link MessageReader}, which also says what is wrong; a test
 * holds the two together. Owner: the call that reads.
 */
final class PatchReader {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_MEMBERS = 64;
  /** So many digits always stay below 2^53. */
  private static final int MAX_DIGITS = 15;
  private static final int MAX_SEAT_DIGITS = 4;
  private static final byte[] REV = ascii("{\"type\":\"patch\",\"rev\":");
  private static final byte[] ACKS = ascii(",\"acks\":{");
  private static final byte[] PATCH = ascii(",\"patch\":");
  private static final byte[] EVENTS = ascii(",\"events\":");

  private final byte[] bytes;
  private final int end;
  private int at;
  /** Hashes of the names in the objects that are open, those of the innermost last. */
  private int[] names = new int[MAX_DEPTH];
  private int named;

  private PatchReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  /** The patch that stands in {@code bytes}, or null where that is not plain to see. */
  static @Nullable Patch read(byte[] bytes, int from, int to) {
    PatchReader in = new PatchReader(bytes, from, to);
    if (!in.skip(REV)) {
      return null;
    }
    long rev = in.count(MAX_DIGITS);
    SortedMap<Integer, Long> acks = null;
    if (in.skip(ACKS)) {
      acks = new TreeMap<>();
      if (!in.acks(acks)) {
        return null;
      }
    }
    if (rev < 0 || !in.skip(PATCH)) {
      return null;
    }
    int patch = in.at;
    if (!in.object(2)) {
      return null;
    }
    Json json = in.since(patch);
    List<Json> events = null;
    if (in.skip(EVENTS)) {
      events = new ArrayList<>();
      if (!in.events(events)) {
        return null;
      }
    }
    return in.skip('}') && in.at == to ? new Patch(rev, acks, json, events) : null;
  }

  private boolean acks(SortedMap<Integer, Long> acks) {
    if (skip('}')) {
      return true;
    }
    do {
      if (!skip('"')) {
        return false;
      }
      long seat = count(MAX_SEAT_DIGITS);
      if (seat < 0 || !skip('"') || !skip(':')) {
        return false;
      }
      long seq = count(MAX_DIGITS);
      if (seq < 0 || acks.put((int) seat, seq) != null) {
        return false;
      }
    } while (skip(','));
    return skip('}');
  }

  private boolean events(List<Json> events) {
    if (!skip('[')) {
      return false;
    }
    if (skip(']')) {
      return true;
    }
    do {
      int event = at;
      if (!value(2)) {
        return false;
      }
      events.add(since(event));
    } while (skip(','));
    return skip(']');
  }

  private Json since(int from) {
    return Json.ofChecked(Arrays.copyOfRange(bytes, from, at));
  }

  private boolean value(int depth) {
    return switch (at < end ? bytes[at] : 0) {
      case '{' -> object(depth + 1);
      case '[' -> array(depth + 1);
      case '"' -> text();
      case 't' -> skip("true");
      case 'f' -> skip("false");
      case 'n' -> skip("null");
      default -> number();
    };
  }

  private boolean object(int depth) {
    if (depth > MAX_DEPTH || !skip('{')) {
      return false;
    }
    if (skip('}')) {
      return true;
    }
    int first = named;
    do {
      int name = at + 1;
      if (!text() || repeated(first, hash(name, at - 1)) || !skip(':') || !value(depth)) {
        return false;
      }
    } while (skip(','));
    named = first;
    return skip('}');
  }

  private boolean array(int depth) {
    if (depth > MAX_DEPTH || !skip('[')) {
      return false;
    }
    if (skip(']')) {
      return true;
    }
    do {
      if (!value(depth)) {
        return false;
      }
    } while (skip(','));
    return skip(']');
  }

  private int hash(int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }

  /** Whether a name of the same hash stands in the object already, or too many; remembers it. */
  private boolean repeated(int first, int hash) {
    for (int i = first; i < named; i++) {
      if (names[i] == hash) {
        return true;
      }
    }
    if (named == names.length) {
      names = Arrays.copyOf(names, 2 * named);
    }
    names[named++] = hash;
    return named - first > MAX_MEMBERS;
  }

  private boolean text() {
    if (!skip('"')) {
      return false;
    }
    int i = at;
    while (i < end && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
      i++;
    }
    at = i;
    return skip('"');
  }

  private boolean number() {
    skip('-');
    int first = at;
    digits();
    if (at == first || (bytes[first] == '0' && at > first + 1)) {
      return false;
    }
    if (!skip('.')) {
      return true;
    }
    int fraction = at;
    digits();
    return at > fraction;
  }

  private void digits() {
    int i = at;
    while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
      i++;
    }
    at = i;
  }

  /** A whole number of at most {@code most} digits, or -1. */
  private long count(int most) {
    int first = at;
    digits();
    if (at == first || at > first + most || (bytes[first] == '0' && at > first + 1)) {
      return -1;
    }
    long value = 0;
    for (int i = first; i < at; i++) {
      value = value * 10 + (bytes[i] - '0');
    }
    return value;
  }

  private boolean skip(char ascii) {
    if (at < end && bytes[at] == ascii) {
      at++;
      return true;
    }
    return false;
  }

  private boolean skip(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!skip(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean skip(byte[] expected) {
    int after = at + expected.length;
    if (after <= end && Arrays.equals(bytes, at, after, expected, 0, expected.length)) {
      at = after;
      return true;
    }
    return false;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
