package dev.cancha.testkit.work;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.game.Turn;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A game for tests that ticks 20 times a second, of two to eight seats: all run along a track of three lanes, faster on
 * the one that is firm just now, and steer from lane to lane. The first after {@value #LENGTH} steps wins, which takes
 * some ten seconds. Each holds a secret word as in {@link Whispers}, which changes with each of its acts.
 */
public final class Dash implements Game<Dash.Race, Dash.Steer> {
  static final int LENGTH = 400;
  private static final int LANES = 3;
  /** The firm lane is another one after so many ticks. */
  private static final int FIRM_TICKS = 30;
  private static final GameInfo<Steer> INFO = GameInfo.of("dash", Steer.class, Track.class)
      .title("Dash")
      .help("Run on the firm lane; keep your word to yourself.")
      .seats(2, 8)
      .ticking(20)
      .me(Whispers.Word.class)
      .events(Event.class);

  public enum Heading {
    LEFT(-1), STRAIGHT(0), RIGHT(1);

    private final int lanes;

    Heading(int lanes) {
      this.lanes = lanes;
    }
  }

  /** From the next tick on the seat is one lane further in that direction; off the track is refused. */
  public record Steer(Heading heading) {}

  /** The whole truth; {@code words} are those of the seats that still run. */
  public record Race(SortedMap<Integer, Runner> runners, SortedMap<Integer, String> words, int firm,
      int ticks) {
    public Race {
      runners = Collections.unmodifiableSortedMap(new TreeMap<>(runners));
      words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
    }

    Runner runner(int seat) {
      return Objects.requireNonNull(runners.get(seat), "one who races");
    }

    Race with(int seat, Runner runner, @Nullable String word) {
      SortedMap<Integer, Runner> newRunners = new TreeMap<>(runners);
      newRunners.put(seat, runner);
      SortedMap<Integer, String> newWords = new TreeMap<>(words);
      if (word == null) {
        newWords.remove(seat);
      } else {
        newWords.put(seat, word);
      }
      return new Race(newRunners, newWords, firm, ticks);
    }
  }

  /** One who runs, or has stopped for good. */
  public record Runner(int at, int lane, boolean out) {
    Runner moved(int firm, Chance chance) {
      return out ? this : new Runner(at + 1 + chance.below(2) + (lane == firm ? 1 : 0), lane, false);
    }
  }

  /** What everyone sees. */
  public record Track(SortedMap<Integer, Runner> runners, int firm) {}

  /** What happens. */
  public sealed interface Event {
    record Steered(int seat, int lane) implements Event {}
  }

  @Override
  public GameInfo<Steer> info() {
    return INFO;
  }

  @Override
  public Race start(Setup setup) {
    SortedMap<Integer, Runner> runners = new TreeMap<>();
    SortedMap<Integer, String> words = new TreeMap<>();
    for (int seat : setup.seats()) {
      runners.put(seat, new Runner(0, seat % LANES, false));
      words.put(seat, Whispers.word(setup.chance()));
    }
    return new Race(runners, words, setup.chance().below(LANES), 0);
  }

  @Override
  public Step<Race> act(Race race, int seat, Steer act, Chance chance) {
    Runner runner = race.runner(seat);
    int lane = runner.lane() + act.heading().lanes;
    if (lane < 0 || lane >= LANES) {
      return Step.refused("there is no lane further to that side");
    }
    return Step.to(race.with(seat, new Runner(runner.at(), lane, false), Whispers.word(chance)),
        List.of(new Event.Steered(seat, lane)));
  }

  @Override
  public Step<Race> tick(Race race, Chance chance) {
    SortedMap<Integer, Runner> runners = new TreeMap<>(race.runners());
    runners.replaceAll((seat, runner) -> runner.moved(race.firm(), chance));
    int firm = (race.ticks() + 1) % FIRM_TICKS == 0 ? chance.below(LANES) : race.firm();
    return Step.to(new Race(runners, race.words(), firm, race.ticks() + 1));
  }

  @Override
  public Step<Race> absent(Race race, int seat, Chance chance) {
    Runner runner = race.runner(seat);
    return Step.to(race.with(seat, new Runner(runner.at(), runner.lane(), true), null));
  }

  @Override
  public SortedSet<Integer> turn(Race race) {
    return over(race) ? Turn.nobody() : Turn.of(race.words().keySet());
  }

  @Override
  public List<Steer> legal(Race race, int seat) {
    if (!turn(race).contains(seat)) {
      return List.of();
    }
    int lane = race.runner(seat).lane();
    return List.of(Heading.values())
        .stream()
        .filter(heading -> lane + heading.lanes >= 0 && lane + heading.lanes < LANES)
        .map(Steer::new)
        .toList();
  }

  @Override
  public Object view(Race race) {
    return new Track(race.runners(), race.firm());
  }

  @Override
  public @Nullable Object me(Race race, int seat) {
    String word = race.words().get(seat);
    return word == null ? null : new Whispers.Word(word);
  }

  @Override
  public Race imagine(Race race, int seat, Chance chance) {
    SortedMap<Integer, String> words = new TreeMap<>(race.words());
    words.replaceAll((other, word) -> other == seat ? word : Whispers.word(chance));
    return new Race(race.runners(), words, race.firm(), race.ticks());
  }

  /** Farther is better, and whoever stopped for good is behind all who ran on. */
  @Override
  public Optional<Result> result(Race race) {
    if (!over(race)) {
      return Optional.empty();
    }
    SortedMap<Integer, Integer> standings = new TreeMap<>();
    race.runners().forEach((seat, runner) -> standings.put(seat, standing(runner)));
    return Optional.of(Result.byScore(standings, race.words().size() < 2 ? "alone" : "finished"));
  }

  private static int standing(Runner runner) {
    return runner.out() ? -1 : runner.at();
  }

  private static boolean over(Race race) {
    return race.words().size() < 2
        || race.runners().values().stream().anyMatch(runner -> !runner.out() && runner.at() >= LENGTH);
  }
}
