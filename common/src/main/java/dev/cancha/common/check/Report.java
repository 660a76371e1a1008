package dev.cancha.common.check;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the suite found.
 *
 * @param game its id
 * @param rules its version
 * @param played what was played
 * @param looked how often each check was made; one that does not apply to the game is missing
 * @param failures what the game does not hold, at most one for each check
 * @param warnings what its author should know
 * @param figures sizes in bytes and times in microseconds, by what they are of
 */
public record Report(String game, String rules, Played played, SortedMap<Check, Long> looked,
    List<Finding> failures, List<Finding> warnings, SequencedMap<String, Figures> figures) {
  public Report {
    looked = Collections.unmodifiableSortedMap(new TreeMap<>(looked));
    failures = List.copyOf(failures);
    warnings = List.copyOf(warnings);
    figures = Collections.unmodifiableSequencedMap(figures);
  }

  /** Matches that were played from {@code seed}, with how many acts and ticks. */
  public record Played(long seed, int matches, long acts, long ticks) {}

  /**
   * Something that was found.
   *
   * @param what is wrong, as a sentence
   * @param right what would be right, as a sentence
   * @param example the shortest match that was found to show it, as lines; null where no match is needed for that
   */
  public record Finding(Check check, String what, String right, @Nullable String example) {}

  public boolean passed() {
    return failures.isEmpty();
  }

  /** The failure of that check, or null. */
  public @Nullable Finding failure(Check check) {
    return failures.stream().filter(each -> each.check() == check).findFirst().orElse(null);
  }

  /** For people, in several lines. */
  public String text() {
    return ReportText.of(this);
  }

  /** The checks that were made, each with its promise. */
  Map<Check, Long> inOrder() {
    Map<Check, Long> all = new EnumMap<>(Check.class);
    all.putAll(looked);
    return all;
  }
}
