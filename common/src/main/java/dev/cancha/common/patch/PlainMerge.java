package dev.cancha.common.patch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/**
 * Applies a patch while it is read, without a tree of the patch, if it is written plainly: no space, text in ASCII
 * without escapes, no exponents, no object of more than {@value Members#MOST} members. That is nearly every patch, and
 * a client of a game that ticks applies twenty a second. Whatever else there may be, right or wrong, is left to
 * {@link Document}; a test holds the two together. Owner: the call that applies the patch.
 */
final class PlainMerge {
  private static final int MAX_DEPTH = 64;
  /** So many digits always fit a long. */
  private static final int MAX_DIGITS = 18;

  private final byte[] bytes;
  private int at;
  private int depth;

  private PlainMerge(byte[] bytes) {
    this.bytes = bytes;
  }

  /** What {@code patch}, an object, makes of {@code target}; null where it is not plain. */
  static @Nullable JsonNode merge(JsonNode target, byte[] patch) {
    PlainMerge in = new PlainMerge(patch);
    JsonNode merged = in.peek() == '{' ? in.object(target, true) : null;
    return in.at == patch.length ? merged : null;
  }

  /** {@code merging}: it changes {@code before}, and null removes a member; else it stands for itself. */
  private @Nullable JsonNode object(@Nullable JsonNode before, boolean merging) {
    MemberEdits members = MemberEdits.of(before);
    if (members == null || ++depth > MAX_DEPTH || !skip('{')) {
      return null;
    }
    if (!skip('}')) {
      do {
        if (!member(members, merging)) {
          return null;
        }
      } while (skip(','));
      if (!skip('}')) {
        return null;
      }
    }
    depth--;
    return members.object();
  }

  private boolean member(MemberEdits members, boolean merging) {
    int from = at + 1;
    if (!text() || !skip(':')) {
      return false;
    }
    int place = members.place(bytes, from, at - 2);
    if (place < 0) {
      return false;
    }
    if (merging && peek() == 'n') {
      members.remove(place);
      return word("null");
    }
    JsonNode value = value(merging ? members.value(place) : null, merging);
    if (value == null) {
      return false;
    }
    members.set(place, value);
    return true;
  }

  private @Nullable JsonNode value(@Nullable JsonNode before, boolean merging) {
    return switch (peek()) {
      case '{' -> object(before, merging);
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", BooleanNode.TRUE);
      case 'f' -> word("false", BooleanNode.FALSE);
      case 'n' -> word("null", NullNode.instance);
      default -> number();
    };
  }

  private @Nullable JsonNode string() {
    int from = at + 1;
    return text() ? StringNode.valueOf(ascii(bytes, from, at - 1)) : null;
  }

  private @Nullable JsonNode array() {
    if (++depth > MAX_DEPTH || !skip('[')) {
      return null;
    }
    List<JsonNode> values = new ArrayList<>();
    if (!skip(']')) {
      do {
        JsonNode value = value(null, false);
        if (value == null) {
          return null;
        }
        values.add(value);
      } while (skip(','));
      if (!skip(']')) {
        return null;
      }
    }
    depth--;
    return new ArrayNode(JsonNodeFactory.instance, values);
  }

  private boolean text() {
    if (!skip('"')) {
      return false;
    }
    int i = at;
    while (i < bytes.length && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
      i++;
    }
    at = i;
    return skip('"');
  }

  private @Nullable JsonNode number() {
    int from = at;
    boolean negative = skip('-');
    int first = at;
    long value = digits();
    if (at == first || (bytes[first] == '0' && at > first + 1)) {
      return null;
    }
    if (peek() == '.') {
      return fraction(from);
    }
    if (negative && value == 0) {
      return null;
    }
    long signed = negative ? -value : value;
    return signed == (int) signed ? IntNode.valueOf((int) signed) : LongNode.valueOf(signed);
  }

  private @Nullable JsonNode fraction(int from) {
    at++;
    int first = at;
    digits();
    return at > first ? DoubleNode.valueOf(Double.parseDouble(ascii(bytes, from, at))) : null;
  }

  /** Reads at most {@value #MAX_DIGITS} digits. */
  private long digits() {
    int end = Math.min(bytes.length, at + MAX_DIGITS);
    int i = at;
    long value = 0;
    while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
      value = value * 10 + (bytes[i++] - '0');
    }
    at = i;
    return value;
  }

  private @Nullable JsonNode word(String expected, JsonNode value) {
    return word(expected) ? value : null;
  }

  private boolean word(String expected) {
    for (int i = 0; i < expected.length(); i++) {
      if (!skip(expected.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private int peek() {
    return at < bytes.length ? bytes[at] : 0;
  }

  private boolean skip(char ascii) {
    if (at < bytes.length && bytes[at] == ascii) {
      at++;
      return true;
    }
    return false;
  }

  static String ascii(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
