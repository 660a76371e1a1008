package dev.cancha.common.patch;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of an object while a patch is applied to it: those of the object before, each changed once at most, and
 * new ones behind them. Owner: the call that applies the patch.
 */
final class MemberEdits {
  private static final int ROOM = 4;

  private String[] names;
  private @Nullable JsonNode[] values;
  private int size;
  private boolean ownsNames;
  private boolean removed;
  /** Where the next name is looked for first: patches name members in the order of the object. */
  private int expected;
  /** A bit for each place whose member was changed. */
  private int touched;

  private MemberEdits(String[] names, @Nullable JsonNode[] values, int size, boolean ownsNames) {
    this.names = names;
    this.values = values;
    this.size = size;
    this.ownsNames = ownsNames;
  }

  /** Of {@code before}, where that is an object, else of an empty one; null where it is too large. */
  static @Nullable MemberEdits of(@Nullable JsonNode before) {
    if (before instanceof SmallObject small) {
      Members members = small.members();
      return new MemberEdits(members.names(), members.nodes().clone(), members.size(), false);
    }
    if (!(before instanceof ObjectNode object)) {
      return new MemberEdits(new String[ROOM], new @Nullable JsonNode[ROOM], 0, true);
    }
    int size = object.size();
    if (size > Members.MOST) {
      return null;
    }
    MemberEdits edits = new MemberEdits(new String[size], new @Nullable JsonNode[size], 0, true);
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      edits.names[edits.size] = member.getKey();
      edits.values[edits.size++] = member.getValue();
    }
    return edits;
  }

  /**
   * The place of the member whose name is the ASCII text in {@code bytes}; -1 where there would be too many, or where
   * the patch has named it before.
   */
  int place(byte[] bytes, int from, int to) {
    int place = find(bytes, from, to);
    if (place == size) {
      if (size == Members.MOST) {
        return -1;
      }
      append(PlainMerge.ascii(bytes, from, to));
    }
    int bit = 1 << place;
    if ((touched & bit) != 0) {
      return -1;
    }
    touched |= bit;
    expected = place + 1;
    return place;
  }

  private int find(byte[] bytes, int from, int to) {
    for (int i = expected; i < size; i++) {
      if (is(names[i], bytes, from, to)) {
        return i;
      }
    }
    for (int i = 0; i < Math.min(expected, size); i++) {
      if (is(names[i], bytes, from, to)) {
        return i;
      }
    }
    return size;
  }

  private static boolean is(String name, byte[] bytes, int from, int to) {
    if (name.length() != to - from) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }

  private void append(String name) {
    if (!ownsNames || size == names.length) {
      names = Arrays.copyOf(names, Math.max(size + ROOM, names.length));
      ownsNames = true;
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, size + ROOM);
    }
    names[size] = name;
    values[size] = null;
    size++;
  }

  /** Null for one that is new. */
  @Nullable
  JsonNode value(int place) {
    return values[place];
  }

  void set(int place, JsonNode value) {
    values[place] = value;
  }

  void remove(int place) {
    values[place] = null;
    removed = true;
  }

  SmallObject object() {
    if (removed) {
      compact();
    }
    @SuppressWarnings("NullAway") // what has no value was removed, and nobody looks behind the size
    JsonNode[] all = values;
    return new SmallObject(new Members(names, all, size));
  }

  private void compact() {
    String[] keptNames = new String[size];
    int kept = 0;
    for (int i = 0; i < size; i++) {
      JsonNode value = values[i];
      if (value != null) {
        keptNames[kept] = names[i];
        values[kept++] = value;
      }
    }
    names = keptNames;
    size = kept;
  }
}
