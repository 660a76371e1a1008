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

/**
 * A small game that ticks, 20 times a second: comets fly over a field whose edges are joined, one step each tick, and
 * may turn. Every tick moves every comet. The match lasts a given number of ticks; who crossed the right edge most
 * often wins.
 */
public final class Comets implements Game<Comets.Sky, Comets.Steer> {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final GameInfo<Steer> INFO = new GameInfo<>("comets", "Comets", "Cross the right edge.",
      new GameInfo.Seats(2, 8), 20,
      new GameInfo.Types<>(Steer.class, new Options(1_200), View.class, null, Event.class),
      GameInfo.Defaults.TICKING);

  public enum Heading {
    UP, DOWN, LEFT, RIGHT
  }

  public record Steer(Heading turn) {}

  public record Options(@Range(min = 1, max = 1_000_000) int ticks) {}

  public record Comet(int x, int y, Heading heading, int laps) {
    private Comet moved() {
      return switch (heading) {
        case UP -> new Comet(x, Math.floorMod(y - 1, HEIGHT), heading, laps);
        case DOWN -> new Comet(x, Math.floorMod(y + 1, HEIGHT), heading, laps);
        case LEFT -> new Comet(Math.floorMod(x - 1, WIDTH), y, heading, laps);
        case RIGHT -> new Comet(Math.floorMod(x + 1, WIDTH), y, heading, x + 1 == WIDTH ? laps + 1 : laps);
      };
    }
  }

  public record View(SortedMap<Integer, Comet> comets) {
    public View {
      comets = Collections.unmodifiableSortedMap(new TreeMap<>(comets));
    }
  }

  /** {@code gone} are those whose comets are no longer there. */
  public record Sky(SortedMap<Integer, Comet> comets, SortedSet<Integer> gone, int left) {
    public Sky {
      comets = Collections.unmodifiableSortedMap(new TreeMap<>(comets));
      gone = Collections.unmodifiableSortedSet(new TreeSet<>(gone));
    }

    boolean over() {
      return left == 0 || comets.size() < 2;
    }
  }

  public sealed interface Event {
    record Crossed(int seat) implements Event {}
  }

  @Override
  public GameInfo<Steer> info() {
    return INFO;
  }

  @Override
  public Sky start(Setup setup) {
    SortedMap<Integer, Comet> comets = new TreeMap<>();
    setup.seats()
        .forEach(
            seat -> comets.put(seat, new Comet(setup.chance().below(WIDTH), seat * 6, Heading.RIGHT, 0)));
    return new Sky(comets, new TreeSet<>(), setup.options(Options.class).ticks());
  }

  @Override
  public Step<Sky> act(Sky sky, int seat, Steer act, Chance chance) {
    SortedMap<Integer, Comet> comets = new TreeMap<>(sky.comets());
    comets.computeIfPresent(seat, (own, comet) -> new Comet(comet.x(), comet.y(), act.turn(), comet.laps()));
    return Step.to(new Sky(comets, sky.gone(), sky.left()));
  }

  @Override
  public Step<Sky> tick(Sky sky, Chance chance) {
    SortedMap<Integer, Comet> comets = new TreeMap<>(sky.comets());
    comets.replaceAll((seat, comet) -> comet.moved());
    return Step.to(new Sky(comets, sky.gone(), sky.left() - 1));
  }

  @Override
  public Step<Sky> absent(Sky sky, int seat, Chance chance) {
    SortedMap<Integer, Comet> comets = new TreeMap<>(sky.comets());
    comets.remove(seat);
    SortedSet<Integer> gone = new TreeSet<>(sky.gone());
    gone.add(seat);
    return Step.to(new Sky(comets, gone, sky.left()));
  }

  @Override
  public SortedSet<Integer> turn(Sky sky) {
    return sky.over() ? Turn.nobody() : Turn.of(sky.comets().keySet());
  }

  @Override
  public List<Steer> legal(Sky sky, int seat) {
    return turn(sky).contains(seat) ? List.of(Heading.values()).stream().map(Steer::new).toList() : List.of();
  }

  @Override
  public Object view(Sky sky) {
    return new View(sky.comets());
  }

  @Override
  public Optional<Result> result(Sky sky) {
    if (!sky.over()) {
      return Optional.empty();
    }
    SortedMap<Integer, Integer> laps = new TreeMap<>();
    sky.comets().forEach((seat, comet) -> laps.put(seat, comet.laps()));
    sky.gone().forEach(seat -> laps.put(seat, -1));
    return Optional.of(Result.byScore(laps, "timeIsUp"));
  }
}
