package dev.cancha.common.check;

import dev.cancha.common.bots.SplitMix;
import dev.cancha.common.check.Report.Finding;
import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * How a game is to be checked. The same seed looks at the same matches. Immutable.
 *
 * @param matches how many are played at random
 * @param seats how many play in each, 0 for all numbers that the game allows, in turn
 * @param most how long a match may be, in acts or, in a game that ticks, in ticks; 0 for 10,000 acts or one hour
 * @param nanos a clock by which steps are timed, best one of the thread's own time; one that stands still times nothing
 */
public record Conformance(Game<?, ?> game, long seed, int matches, int seats, int most, LongSupplier nanos) {
  public static final int MATCHES = 60;
  private static final int ACTS = 10_000;
  private static final int HOUR_SECONDS = 3_600;
  /** With other options than its own a match may be as long as it likes; so much of it is looked at. */
  private static final int WITH_OPTIONS = 1_000;

  public Conformance {
    if (matches < 1 || most < 0) {
      throw new IllegalArgumentException("at least one match is played, of at least one step");
    }
  }

  /** The usual: {@value #MATCHES} matches of all numbers of seats, without a clock. */
  public static Conformance of(Game<?, ?> game) {
    return new Conformance(game, 1, MATCHES, 0, 0, () -> 0);
  }

  public Conformance seed(long other) {
    return new Conformance(game, other, matches, seats, most, nanos);
  }

  public Conformance matches(int number) {
    return new Conformance(game, seed, number, seats, most, nanos);
  }

  /** Only with so many seats. */
  public Conformance seats(int number) {
    return new Conformance(game, seed, matches, number, most, nanos);
  }

  /** The game's own word for how long its matches may be, in acts or ticks. */
  public Conformance most(int steps) {
    return new Conformance(game, seed, matches, seats, steps, nanos);
  }

  public Conformance clock(LongSupplier monotonicNanos) {
    return new Conformance(game, seed, matches, seats, most, monotonicNanos);
  }

  /** Plays, and tells what was found. Takes seconds. */
  public Report check() {
    return checked(game);
  }

  private <S, A> Report checked(Game<S, A> rules) {
    Tally tally = new Tally();
    List<Finding> failures = new ArrayList<>();
    Declared declared = new Declared(rules, tally, failures);
    if (!declared.playable()) {
      GameInfo<?> info = declared.info();
      return new Report(info == null ? rules.getClass().getName() : info.id(), "?", tally.played(seed, 0),
          tally.looked(), failures, List.of(), tally.figures());
    }
    return new Matches<>(Rules.of(rules), tally, failures).report();
  }

  /** The matches that are played. */
  private final class Matches<S, A> {
    private final Rules<S, A> rules;
    private final Tally tally;
    private final List<Finding> failures;
    private final SecretsProbe<S, A> secrets;
    private final Ground<S, A> ground;

    Matches(Rules<S, A> rules, Tally tally, List<Finding> failures) {
      this.rules = rules;
      this.tally = tally;
      this.failures = failures;
      Attempts<A> attempts = new Attempts<>(rules.info().types().act());
      secrets = new SecretsProbe<>(attempts);
      List<Probe<S, A>> probes = new ArrayList<>(List.of(new TurnProbe<>(), new LegalProbe<>(),
          new IllegalProbe<>(attempts, tally), new ViewProbe<>(), new ActsProbe<>(), new FrozenProbe<>(),
          new RestoreProbe<>(), secrets, new AbsenceProbe<>(tally), new BotsProbe<>(),
          new ResultProbe<>(tally)));
      probes.removeIf(probe -> !probe.applies(rules));
      ground = new Ground<>(rules, tally, List.copyOf(probes), nanos);
    }

    Report report() {
      if (rules.states() == null) {
        tally.turnOff(Check.RESTORE);
        tally.warn(Check.RESTORE,
            "a state cannot be read back from JSON, so rooms of this game have no snapshots",
            "A match that goes on after a crash is then played again from its start, which takes longer the longer it"
                + " is. Make a state a record of what has a form in JSON, and declare it: Game<State, Act>.");
      }
      for (int match = 0; match < matches; match++) {
        play(match);
      }
      if (secrets.imaginesNothing() && tally.on(Check.SECRETS)) {
        failures.add(new Finding(Check.SECRETS,
            "whatever imagine gives, the me of every other seat is as it truly is: it draws nothing anew",
            "imagine draws anew what the seat cannot know; else bots that search play with open cards.",
            null));
      }
      return tally.report(rules, tally.played(seed, matches), failures);
    }

    private void play(int match) {
      Opening opening = opening(match);
      Walk<S, A> walk = new Walk<>(ground, opening);
      boolean usual = opening.options().equals(rules.info().types().options());
      // one of three without anyone who goes, one with some, one with many
      int goneOneIn = match % 3 == 0 ? 0 : match % 3 == 1 ? 40 : 5;
      try {
        walk.run(new RandomMoves<>(opening.draws() + 1, goneOneIn),
            new Walk.Bound(usual ? longest() : WITH_OPTIONS, usual));
      } catch (Violation v) {
        if (tally.on(v.check())) {
          tally.failed(v.check());
          failures.add(finding(new Shrinking.Shown<>(opening, walk.done(), v), match));
        }
      }
    }

    private int longest() {
      return most > 0 ? most : rules.ticks() ? HOUR_SECONDS * rules.info().tickRate() : ACTS;
    }

    private Finding finding(Shrinking.Shown<A> first, int match) {
      Check check = first.violation().check();
      Shrinking.Shown<A> shown = check == Check.END || check == Check.TIME ? first
          : new Shrinking<>(ground, check).shortest(first);
      return new Finding(check, shown.violation().what(), shown.violation().right(),
          Example.text(rules, shown, first.moves().size(), "match " + (match + 1) + " of seed " + seed));
    }

    private Opening opening(int match) {
      Chance chance = new SplitMix(seed * 1_000_003 + match);
      GameInfo.Seats bounds = rules.info().seats();
      int number = seats > 0 ? seats : bounds.min() + match % (bounds.max() - bounds.min() + 1);
      Record defaults = rules.info().types().options();
      Record options = match % 4 == 3 ? Values.options(defaults, chance) : defaults;
      return new Opening(seats(number, bounds.max(), chance), options, match % 3,
          chance.below(Integer.MAX_VALUE));
    }

    /** The first ones, or in half of all matches any: not everyone takes the next free seat. */
    private static SortedSet<Integer> seats(int number, int max, Chance chance) {
      List<Integer> all = IntStream.range(0, max).boxed().toList();
      return new TreeSet<>((chance.below(2) == 0 ? all : chance.shuffled(all)).subList(0, number));
    }
  }
}
