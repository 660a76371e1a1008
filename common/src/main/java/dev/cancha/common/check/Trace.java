package dev.cancha.common.check;

import java.util.ArrayList;
import java.util.List;

/** How a match went, state by state; of long ones the later states only as hashes. Owner: the thread that checks. */
final class Trace {
  private static final int MOST_CHARS = 8_000_000;

  private final List<String> texts = new ArrayList<>();
  private final List<Integer> hashes = new ArrayList<>();
  private int chars;

  void add(String portrait) {
    hashes.add(portrait.hashCode());
    if (chars < MOST_CHARS) {
      texts.add(portrait);
      chars += portrait.length();
    }
  }

  /** What was seen at {@code position}, or null where {@code portrait} is the same. */
  String differs(int position, String portrait) {
    if (hashes.get(position) == portrait.hashCode()) {
      return "";
    }
    return position < texts.size() ? texts.get(position) : "another state, no longer kept";
  }
}
