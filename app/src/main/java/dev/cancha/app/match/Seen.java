package dev.cancha.app.match;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happened in a match, or in several, and how often.
 *
 * @param acts by kind
 * @param events by kind
 * @param phases what enums and booleans of the view said, once for each view that said it
 * @param refusals of acts, by the code and the sentence, whose numbers are left out
 */
record Seen(SortedMap<String, Long> acts, SortedMap<String, Long> events, SortedMap<String, Long> phases,
    SortedMap<String, Long> refusals) {
  /** Nothing yet; it can be added to. */
  static Seen nothing() {
    return new Seen(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  static void count(SortedMap<String, Long> counts, String kind) {
    counts.merge(kind, 1L, Long::sum);
  }

  void add(Seen more) {
    add(acts, more.acts);
    add(events, more.events);
    add(phases, more.phases);
    add(refusals, more.refusals);
  }

  private static void add(SortedMap<String, Long> counts, SortedMap<String, Long> more) {
    more.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
  }
}
