package dev.cancha.app.match;

import dev.cancha.common.game.Game;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What of a game's rules its matches went through.
 *
 * @param matches how many they are
 * @param acts kind to how often it was done; 0 for one that never was, as in all that follow
 * @param events kind to how often it happened
 * @param phases what the enums and booleans of the view said
 * @param refusals of acts, by code and sentence
 * @param ends reason to how many matches ended by it
 * @param placed what became of each seat: how often it was first alone, and how many matches nobody won alone
 * @param never all that has 0 above, as one list
 * @param shortest absent where there are no matches
 * @param firstSeat of who could act first
 */
record Coverage(int matches, SortedMap<String, Long> acts, SortedMap<String, Long> events,
    SortedMap<String, Long> phases, SortedMap<String, Long> refusals, SortedMap<String, Long> ends,
    SortedMap<String, Long> placed, List<String> never, @Nullable Length shortest, @Nullable Length longest,
    FirstSeat firstSeat) {
  /** One match and how long it was, in {@code unit}: acts, or ticks where the game ticks. */
  record Length(int match, int length, String unit) {}

  /**
   * What who began had of its matches on average, 0 to 1.
   *
   * @param low where the 95 % interval begins
   * @param high and where it ends
   */
  record FirstSeat(double share, double low, double high) {}

  static Coverage of(Game<?, ?> game, Watch.Forms forms, int seats, Tally tally) {
    SortedMap<String, Long> acts = filled(tally.seen().acts(), forms.acts().declared());
    SortedMap<String, Long> events = filled(tally.seen().events(), forms.events().names());
    SortedMap<String, Long> phases = filled(tally.seen().phases(), forms.faces().declared());
    SortedMap<String, Long> ends = filled(tally.ends(), new TreeSet<>(List.of("resigned")));
    SortedMap<String, Long> placed = placed(seats, tally);
    List<String> never = new ArrayList<>();
    never("act", acts, never);
    never("event", events, never);
    never("phase", phases, never);
    never("end", ends, never);
    never("outcome", placed, never);
    if (tally.seen().refusals().isEmpty()) {
      never.add("refusal: none of any kind");
    }
    Tally.Beginning beginning = tally.beginning();
    String unit = game.info().tickRate() > 0 ? "ticks" : "acts";
    return new Coverage(tally.matches().size(), acts, events, phases, tally.seen().refusals(), ends, placed,
        List.copyOf(never), length(tally.shortest(), unit), length(tally.longest(), unit),
        new FirstSeat(beginning.share(), beginning.interval().low(), beginning.interval().high()));
  }

  private static SortedMap<String, Long> filled(SortedMap<String, Long> counts, SortedSet<String> declared) {
    SortedMap<String, Long> filled = new TreeMap<>(counts);
    declared.forEach(kind -> filled.putIfAbsent(kind, 0L));
    return filled;
  }

  private static SortedMap<String, Long> placed(int seats, Tally tally) {
    SortedMap<String, Long> placed = new TreeMap<>();
    placed.put("nobody won alone", 0L);
    for (int seat = 0; seat < seats; seat++) {
      placed.put("seat " + seat + " won", 0L);
    }
    for (Played each : tally.matches()) {
      List<Integer> ranks = each.ranks();
      int best = ranks.indexOf(1);
      boolean alone = best >= 0 && ranks.lastIndexOf(1) == best;
      Seen.count(placed, alone ? "seat " + best + " won" : "nobody won alone");
    }
    return placed;
  }

  private static void never(String what, SortedMap<String, Long> counts, List<String> never) {
    counts.forEach((kind, count) -> {
      if (count == 0) {
        never.add(what + ": " + kind);
      }
    });
  }

  private static @Nullable Length length(@Nullable Played played, String unit) {
    return played == null ? null : new Length(played.number(), played.length(), unit);
  }
}
