package dev.cancha.common.games.snake;

import dev.cancha.common.game.Bot;
import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.game.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Two to eight snakes eat and grow; whoever stays on the board longest wins, or is the longest when time is up. */
public final class SnakeGame implements Game<Match, Steer> {
  static final int TICKS_A_SECOND = 20;

  private static final GameInfo<Steer> INFO = GameInfo.of("snake", Steer.class, Board.class)
      .title("Snake")
      .help(
          "Your snake never stops: turn it up, down, left or right. Eat to grow. Walls and snakes are deadly, "
              + "your own too; where two heads meet, only the longer snake lives on. The last one alive wins, or the "
              + "longest when time is up.")
      .seats(2, 8)
      .ticking(TICKS_A_SECOND)
      .options(Options.DEFAULTS)
      .events(Event.class);

  @Override
  public GameInfo<Steer> info() {
    return INFO;
  }

  @Override
  public Match start(Setup setup) {
    if (setup.seats().size() < 2 || setup.seats().size() > 8) {
      throw new IllegalArgumentException("snake is played by 2 to 8 seats, not by " + setup.seats().size());
    }
    return Start.of(setup, setup.options(Options.class));
  }

  /** A turn waits for the snake's next step; what it says is measured at where the snake will then go. */
  @Override
  public Step<Match> act(Match match, int seat, Steer act, Chance chance) {
    Heading last = match.last(seat);
    if (act.turn() == last) {
      return Step.to(match);
    }
    if (act.turn() == last.opposite()) {
      return Step.refused("a snake that goes " + last.word() + " cannot turn about; turn "
          + String.join(" or ", sideways(last).stream().map(Heading::word).toList()));
    }
    if (match.waiting(seat).size() == Match.MOST_TURNS) {
      return Step.refused("two turns are waiting already; wait for the next step");
    }
    return Step.to(match.turned(seat, act.turn()));
  }

  @Override
  public Step<Match> tick(Match match, Chance chance) {
    int tick = match.ticks() + 1;
    Options options = match.options();
    int secondsLeft = Math.ceilDiv(options.lastTick() - tick, TICKS_A_SECOND);
    if (tick % options.ticksPerMove() == 0) {
      return Move.made(match, tick, secondsLeft, chance);
    }
    return Step.to(new Match(options, match.board().at(secondsLeft), match.turns(), match.fallen(), tick));
  }

  /** The snake is off the board, and the others play on. */
  @Override
  public Step<Match> absent(Match match, int seat, Chance chance) {
    return match.over() || !match.board().snake(seat).alive() ? Step.to(match)
        : Step.to(match.gone(seat), new Event.Died(seat, Snake.Fate.GONE));
  }

  @Override
  public SortedSet<Integer> turn(Match match) {
    return match.over() ? Turn.nobody() : Turn.of(match.board().living());
  }

  /** Straight on, and to both sides while there is room for one more turn. */
  @Override
  public List<Steer> legal(Match match, int seat) {
    if (!turn(match).contains(seat)) {
      return List.of();
    }
    Heading last = match.last(seat);
    List<Steer> acts = new ArrayList<>(List.of(new Steer(last)));
    if (match.waiting(seat).size() < Match.MOST_TURNS) {
      sideways(last).forEach(turn -> acts.add(new Steer(turn)));
    }
    return List.copyOf(acts);
  }

  @Override
  public Board view(Match match) {
    return match.board();
  }

  /** What others have pressed since the last step is not known: nothing, or a turn to a side. */
  @Override
  public Match imagine(Match match, int seat, Chance chance) {
    Match imagined = match;
    for (int other : match.board().living()) {
      if (other != seat) {
        int drawn = chance.below(3);
        List<Heading> sides = sideways(match.board().snake(other).heading());
        imagined = imagined.with(other, drawn == 2 ? List.of() : List.of(sides.get(drawn)));
      }
    }
    return imagined;
  }

  /** The living by length; behind them the dead by how long they lived, and by length where that is the same. */
  @Override
  public Optional<Result> result(Match match) {
    if (!match.over()) {
      return Optional.empty();
    }
    int living = match.board().living().size();
    SortedMap<Integer, Long> scores = new TreeMap<>();
    match.board()
        .snakes()
        .forEach((seat, snake) -> scores.put(seat,
            (long) match.fallen().getOrDefault(seat, Integer.MAX_VALUE) * Integer.MAX_VALUE
                + snake.length()));
    return Optional
        .of(Result.byScore(scores, living == 1 ? "lastAlive" : living == 0 ? "allDead" : "timeIsUp"));
  }

  @Override
  public SequencedMap<String, Bot<Match, Steer>> bots() {
    SequencedMap<String, Bot<Match, Steer>> bots = new LinkedHashMap<>();
    bots.put("survivor", new Survivor());
    return bots;
  }

  private static List<Heading> sideways(Heading heading) {
    return switch (heading) {
      case UP, DOWN -> List.of(Heading.LEFT, Heading.RIGHT);
      case LEFT, RIGHT -> List.of(Heading.UP, Heading.DOWN);
    };
  }
}
