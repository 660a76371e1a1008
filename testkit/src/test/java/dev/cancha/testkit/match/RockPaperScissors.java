package dev.cancha.testkit.match;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Range;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.game.Turn;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A game in which everyone moves at once: two to six seats show a hand, each in secret; when the last has chosen all
 * hands are shown, and each beats those that it beats. The most wins after a number of rounds win.
 */
public final class RockPaperScissors implements Game<RockPaperScissors.Match, RockPaperScissors.Throw> {
  public enum Hand {
    ROCK, PAPER, SCISSORS;

    boolean beats(Hand other) {
      return switch (this) {
        case ROCK -> other == SCISSORS;
        case PAPER -> other == ROCK;
        case SCISSORS -> other == PAPER;
      };
    }
  }

  public record Throw(Hand hand) {}

  public record Options(@Range(min = 1, max = 100) int rounds) {}

  /** Everyone's wins, who plays, and what was shown in the round before; {@code left} rounds are to be played. */
  public record Table(SortedMap<Integer, Integer> wins, SortedSet<Integer> chosen,
      SortedMap<Integer, Hand> shown,
      int left) {
    public Table {
      chosen = Collections.unmodifiableSortedSet(new TreeSet<>(chosen));
    }
  }

  public record Mine(@Nullable Hand chosen) {}

  public record Shown(SortedMap<Integer, Hand> hands) {
    public Shown {
      hands = Collections.unmodifiableSortedMap(new TreeMap<>(hands));
    }
  }

  /** {@code chosen} is hidden from all but the seat itself until the last has chosen; {@code playing}: not gone. */
  public record Match(SortedMap<Integer, Integer> wins, SortedSet<Integer> playing,
      SortedMap<Integer, Hand> chosen,
      SortedMap<Integer, Hand> shown, int left) {
    public Match {
      wins = Collections.unmodifiableSortedMap(new TreeMap<>(wins));
      playing = Collections.unmodifiableSortedSet(new TreeSet<>(playing));
      chosen = Collections.unmodifiableSortedMap(new TreeMap<>(chosen));
      shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
    }

    boolean over() {
      return left == 0 || playing.size() < 2;
    }

    boolean complete() {
      return chosen.keySet().containsAll(playing);
    }
  }

  @Override
  public GameInfo<Throw> info() {
    return GameInfo.of("rockPaperScissors", Throw.class, Table.class)
        .title("Rock paper scissors")
        .help("Choose a hand; all are shown when the last has chosen.")
        .seats(2, 6)
        .options(new Options(3))
        .me(Mine.class)
        .events(Shown.class);
  }

  @Override
  public Match start(Setup setup) {
    SortedMap<Integer, Integer> wins = new TreeMap<>();
    setup.seats().forEach(seat -> wins.put(seat, 0));
    return new Match(wins, setup.seats(), new TreeMap<>(), new TreeMap<>(),
        setup.options(Options.class).rounds());
  }

  @Override
  public Step<Match> act(Match match, int seat, Throw act, Chance chance) {
    SortedMap<Integer, Hand> chosen = new TreeMap<>(match.chosen());
    chosen.put(seat, act.hand());
    return shownWhenComplete(new Match(match.wins(), match.playing(), chosen, match.shown(), match.left()));
  }

  private static Step<Match> shownWhenComplete(Match match) {
    if (!match.complete() || match.over()) {
      return Step.to(match);
    }
    SortedMap<Integer, Integer> wins = new TreeMap<>(match.wins());
    match.chosen()
        .forEach((seat, hand) -> wins.merge(seat,
            (int) match.chosen().values().stream().filter(hand::beats).count(), Integer::sum));
    return Step.to(new Match(wins, match.playing(), new TreeMap<>(), match.chosen(), match.left() - 1),
        new Shown(match.chosen()));
  }

  /** Nobody waits for one who is gone; the hand that it had chosen is not shown. */
  @Override
  public Step<Match> absent(Match match, int seat, Chance chance) {
    SortedSet<Integer> playing = new TreeSet<>(match.playing());
    playing.remove(seat);
    SortedMap<Integer, Hand> chosen = new TreeMap<>(match.chosen());
    chosen.remove(seat);
    return shownWhenComplete(new Match(match.wins(), playing, chosen, match.shown(), match.left()));
  }

  @Override
  public SortedSet<Integer> turn(Match match) {
    if (match.over()) {
      return Turn.nobody();
    }
    SortedSet<Integer> open = new TreeSet<>(match.playing());
    open.removeAll(match.chosen().keySet());
    return open;
  }

  @Override
  public List<Throw> legal(Match match, int seat) {
    return turn(match).contains(seat) ? List.of(Hand.values()).stream().map(Throw::new).toList() : List.of();
  }

  @Override
  public Table view(Match match) {
    return new Table(match.wins(), new TreeSet<>(match.chosen().keySet()), match.shown(), match.left());
  }

  @Override
  public Mine me(Match match, int seat) {
    return new Mine(match.chosen().get(seat));
  }

  /** Every hand that another has chosen may be any. */
  @Override
  public Match imagine(Match match, int seat, Chance chance) {
    SortedMap<Integer, Hand> chosen = new TreeMap<>(match.chosen());
    chosen.replaceAll((other, hand) -> other == seat ? hand : chance.pick(List.of(Hand.values())));
    return new Match(match.wins(), match.playing(), chosen, match.shown(), match.left());
  }

  @Override
  public Optional<Result> result(Match match) {
    if (!match.over()) {
      return Optional.empty();
    }
    SortedMap<Integer, Integer> scores = new TreeMap<>(match.wins());
    scores.replaceAll((seat, wins) -> match.playing().contains(seat) ? wins : -1);
    return Optional.of(Result.byScore(scores, match.left() == 0 ? "allShown" : "alone"));
  }
}
