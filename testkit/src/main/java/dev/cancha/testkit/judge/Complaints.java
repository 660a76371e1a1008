package dev.cancha.testkit.judge;

import java.util.ArrayList;
import java.util.List;

/** What a judge has found so far; the first few say enough. */
final class Complaints {
  private static final int MOST = 10;

  private final List<String> found = new ArrayList<>();

  void add(String complaint) {
    if (found.size() < MOST) {
      found.add(complaint);
    }
  }

  List<String> all() {
    return List.copyOf(found);
  }
}
