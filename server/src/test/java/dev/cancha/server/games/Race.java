package dev.cancha.server.games;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.GameInfo.Defaults;
import dev.cancha.common.game.Range;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A race that ticks, as small as one can be: whoever does not stand moves one step in its direction every
 * {@code pace} ticks, and the first at the end of the track wins.
 */
public final class Race implements Game<Race.Track, Race.Act> {
  /** No roll and no gust is this or more; so large that none comes twice by accident. */
  public static final int MOST = 1_000_000_000;

  public enum Heading {
    STILL, ON, BACK
  }

  public sealed interface Act {}

  public record Turn(Heading heading) implements Act {}

  /** Draws a number, for everyone to see. */
  public record Roll(boolean loud) implements Act {}

  /** Draws numbers, and is refused all the same. */
  public record Cheat(@Range(min = 1, max = 9) int draws) implements Act {}

  /** The rules break at once, or at the next tick. */
  public record Fault(boolean later) implements Act {}

  /** {@code gusty}: each tick draws a number too. */
  public record Options(@Range(min = 1, max = 100_000) int length, @Range(min = 1, max = 100) int pace,
      boolean gusty) {}

  public record View(SortedMap<Integer, Runner> runners, List<Integer> rolls, @Nullable Integer gust) {}

  public record Runner(int at, Heading heading) {
    private Runner moved() {
      return switch (heading) {
        case STILL -> this;
        case ON -> new Runner(at + 1, heading);
        case BACK -> new Runner(at - 1, heading);
      };
    }
  }

  public sealed interface Event {
    record Rolled(int seat, int number) implements Event {}
  }

  /**
   * The state.
   *
   * @param waited ticks since the last step, which nobody sees
   */
  public record Track(Options options, SortedMap<Integer, Runner> runners, List<Integer> rolls,
      @Nullable Integer gust, int waited, boolean broken) {
    public Track {
      runners = Collections.unmodifiableSortedMap(runners);
      rolls = List.copyOf(rolls);
    }

    private Track with(SortedMap<Integer, Runner> moved) {
      return new Track(options, moved, rolls, gust, waited, broken);
    }

    private Track with(int seat, @Nullable Runner runner) {
      SortedMap<Integer, Runner> changed = new TreeMap<>(runners);
      if (runner == null) {
        changed.remove(seat);
      } else {
        changed.put(seat, runner);
      }
      return with(changed);
    }
  }

  private final GameInfo<Act> info;

  public Race() {
    this(20, Defaults.TICKING);
  }

  public Race(int tickRate, Defaults settings) {
    info = new GameInfo<>("race", "Race", "Be the first at the end.", new GameInfo.Seats(2, 8), tickRate,
        new GameInfo.Types<>(Act.class, new Options(100_000, 1, false), View.class, null, Event.class),
        settings);
  }

  @Override
  public GameInfo<Act> info() {
    return info;
  }

  @Override
  public Track start(Setup setup) {
    SortedMap<Integer, Runner> runners = new TreeMap<>();
    setup.seats().forEach(seat -> runners.put(seat, new Runner(0, Heading.STILL)));
    return new Track((Options) setup.options(), runners, List.of(), null, 0, false);
  }

  @Override
  public Step<Track> act(Track track, int seat, Act act, Chance chance) {
    return switch (act) {
      case Turn turn -> Step.to(track.with(seat, new Runner(track.runners().get(seat).at(), turn.heading())));
      case Roll roll -> {
        List<Integer> rolls = new ArrayList<>(track.rolls());
        rolls.add(chance.below(MOST));
        Track rolled = new Track(track.options(), track.runners(), rolls, track.gust(), track.waited(),
            false);
        yield roll.loud() ? Step.to(rolled, List.of(new Event.Rolled(seat, rolls.getLast())))
            : Step.to(rolled);
      }
      case Cheat cheat -> {
        for (int i = 0; i < cheat.draws(); i++) {
          chance.below(MOST);
        }
        yield Step.refused("no cheating");
      }
      case Fault fault -> {
        if (!fault.later()) {
          throw new IllegalStateException("the rules are broken");
        }
        yield Step
            .to(new Track(track.options(), track.runners(), track.rolls(), track.gust(), track.waited(),
                true));
      }
    };
  }

  @Override
  public Step<Track> tick(Track track, Chance chance) {
    if (track.broken()) {
      throw new IllegalStateException("the rules are broken");
    }
    Options options = track.options();
    if (!options.gusty()
        && track.runners().values().stream().allMatch(each -> each.heading() == Heading.STILL)) {
      return Step.to(track);
    }
    Integer gust = options.gusty() ? (Integer) chance.below(MOST) : null;
    boolean step = track.waited() + 1 >= options.pace();
    SortedMap<Integer, Runner> runners = new TreeMap<>(track.runners());
    if (step) {
      runners.replaceAll((seat, runner) -> runner.moved());
    }
    return Step.to(new Track(options, runners, track.rolls(), gust, step ? 0 : track.waited() + 1, false));
  }

  @Override
  public Step<Track> absent(Track track, int seat, Chance chance) {
    return Step.to(track.with(seat, null));
  }

  @Override
  public SortedSet<Integer> turn(Track track) {
    return new TreeSet<>(track.runners().keySet());
  }

  @Override
  public List<Act> legal(Track track, int seat) {
    return List.of(new Turn(Heading.STILL), new Turn(Heading.ON), new Turn(Heading.BACK));
  }

  @Override
  public Object view(Track track) {
    return new View(track.runners(), track.rolls(), track.gust());
  }

  @Override
  public Optional<Result> result(Track track) {
    boolean finished = track.runners()
        .values()
        .stream()
        .anyMatch(each -> each.at() >= track.options().length());
    if (!finished && track.runners().size() > 1) {
      return Optional.empty();
    }
    SortedMap<Integer, Integer> ranks = new TreeMap<>();
    track.runners().forEach((seat, runner) -> ranks.put(seat, rank(track, runner)));
    return Optional.of(new Result(ranks, finished ? "finished" : "alone"));
  }

  private static int rank(Track track, Runner runner) {
    return 1 + (int) track.runners().values().stream().filter(other -> other.at() > runner.at()).count();
  }
}
