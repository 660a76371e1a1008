package dev.cancha.server;

import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every key there is, read from the components of {@link ServerConfig}: so none can be forgotten. */
final class ConfigKeys {
  /** Key, such as {@code net.maxConnections}, to the component that it fills. */
  static final SortedMap<String, RecordComponent> ALL = all();

  private ConfigKeys() {}

  private static SortedMap<String, RecordComponent> all() {
    var keys = new TreeMap<String, RecordComponent>();
    for (RecordComponent section : ServerConfig.class.getRecordComponents()) {
      for (RecordComponent component : section.getType().getRecordComponents()) {
        keys.put(section.getName() + "." + component.getName(), component);
      }
    }
    return Collections.unmodifiableSortedMap(keys);
  }

  /** The key that was probably meant by {@code wrong}; empty if none is like it. */
  static Optional<String> nearest(String wrong) {
    Optional<String> within = ALL.keySet().stream().filter(key -> wrong.startsWith(key + ".")).findFirst();
    return within.isPresent() ? within
        : ALL.keySet()
            .stream()
            .min(Comparator.comparingInt(key -> distance(wrong, key)))
            .filter(key -> distance(wrong, key) <= Math.max(3, wrong.length() / 3));
  }

  /**
   * How many letters must be changed, added or taken away (Levenshtein), in any case of letters. A key without its
   * section, and one in a wrong section, is as near as its last part.
   */
  private static int distance(String wrong, String key) {
    int whole = edits(wrong.toLowerCase(Locale.ROOT), key.toLowerCase(Locale.ROOT));
    return Math.min(whole, edits(last(wrong), last(key)) + 1);
  }

  private static String last(String key) {
    return key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
