package dev.cancha.testkit.judge;

import dev.cancha.common.message.Json;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One room's public document, revision by revision, put together from whoever heard of it first. What lies between two
 * documents that are kept is patches, which are applied when someone was told a document whole.
 */
final class Chronicle {
  /** How far back a whole document can still be compared. */
  private static final int KEPT = 300;
  /** How many patches may lie between two documents. */
  private static final int BETWEEN = 32;

  /** None of them is changed. */
  private final NavigableMap<Long, ObjectNode> docs = new TreeMap<>();
  private final NavigableMap<Long, ObjectNode> patches = new TreeMap<>();
  private Json latest = Json.emptyObject();
  private long latestRev;
  /** The highest revision that is known, 0 before the first. */
  private long last;
  /** The last revision of which it was noted when it was reached. */
  long noted;

  /** Null where {@code doc} is what was known of {@code rev}, or nothing was; else how it differs. */
  @Nullable
  String whole(long rev, Json doc) {
    ObjectNode shown = Docs.publicly(doc);
    ObjectNode known = at(rev);
    if (known == null) {
      docs.put(rev, shown);
      last = Math.max(last, rev);
      goOn();
      return null;
    }
    return known.equals(shown) ? null : "at rev " + rev + " one sees " + shown + " and another " + known;
  }

  /** Null where {@code patch} leads to {@code rev} as it did for others. */
  @Nullable
  String patch(long rev, Json patch) {
    if (rev == latestRev && patch.equals(latest)) {
      return null; // what another was told just now
    }
    latest = patch;
    latestRev = rev;
    ObjectNode shown = Docs.publicly(patch);
    ObjectNode known = patches.putIfAbsent(rev, shown);
    if (known != null) {
      return known.equals(shown) ? null
          : "to rev " + rev + " one is led by " + shown + " and another by " + known;
    }
    goOn();
    return null;
  }

  long last() {
    return last;
  }

  /** The document at {@code rev}, null where it is not known. */
  private @Nullable ObjectNode at(long rev) {
    var before = docs.floorEntry(rev);
    if (before == null || before.getKey() == rev) {
      return before == null ? null : before.getValue();
    }
    var since = patches.subMap(before.getKey(), false, rev, true);
    if (since.size() < rev - before.getKey()) {
      return null;
    }
    ObjectNode doc = before.getValue().deepCopy();
    since.values().forEach(patch -> Docs.merge(doc, patch));
    return doc;
  }

  private void goOn() {
    while (!docs.isEmpty() && patches.containsKey(last + 1)) {
      last++;
    }
    if (!docs.isEmpty() && last - docs.lastKey() >= BETWEEN) {
      ObjectNode doc = at(last);
      if (doc != null) {
        docs.put(last, doc);
      }
      forget();
    }
  }

  private void forget() {
    Long first = docs.floorKey(last - KEPT);
    if (first != null) {
      docs.headMap(first).clear();
      patches.headMap(first, true).clear();
    }
  }
}
