package dev.cancha.testkit.judge;

import dev.cancha.common.message.Json;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One room's public document, revision by revision, put together from whoever heard of it first. */
final class Chronicle {
  /** How far back a whole document can still be compared. */
  private static final int KEPT = 300;

  private final SortedMap<Long, ObjectNode> docs = new TreeMap<>();
  private final SortedMap<Long, ObjectNode> patches = new TreeMap<>();
  private Json latest = Json.emptyObject();
  private long latestRev;
  /** The last revision of which it was noted when it was reached. */
  long noted;

  /** Null where {@code doc} is what was known of {@code rev}, or nothing was; else how it differs. */
  @Nullable
  String whole(long rev, Json doc) {
    ObjectNode shown = Docs.publicly(doc);
    ObjectNode known = docs.get(rev);
    if (known == null) {
      docs.put(rev, shown);
      goOn(rev);
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
    goOn(rev - 1);
    return null;
  }

  long last() {
    return docs.isEmpty() ? 0 : docs.lastKey();
  }

  private void goOn(long from) {
    long rev = from;
    ObjectNode doc = docs.get(rev);
    ObjectNode patch = patches.get(rev + 1);
    while (doc != null && patch != null && !docs.containsKey(rev + 1)) {
      doc = Docs.merged(doc, patch);
      docs.put(++rev, doc);
      patch = patches.get(rev + 1);
    }
    forget(docs, last() - KEPT);
    forget(patches, last() - KEPT);
  }

  private static void forget(SortedMap<Long, ObjectNode> revisions, long before) {
    while (!revisions.isEmpty() && revisions.firstKey() < before) {
      revisions.pollFirstEntry();
    }
  }
}
