package dev.cancha.common.games.snake;

import dev.cancha.common.bots.SplitMix;
import dev.cancha.common.game.Bot;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Sight;
import dev.cancha.common.game.Step;
import dev.cancha.common.game.Turn;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@code build/measure rules} runs: ten minutes of snake for eight by its rules alone, called as a room calls
 * them: all acts, the tick, the view, who may act, and the result. What the bots do is decided before; when fewer
 * snakes live than asked for, the next match begins. Prints a line for each round: CPU milliseconds, acts, matches,
 * and snakes alive on average.
 */
final class RulesRate {
  private static final int TICKS = 600 * SnakeGame.TICKS_A_SECOND;
  private static final int SEATS = 8;
  /** Ten decisions a second. */
  private static final int TICKS_A_DECISION = 2;

  private final SnakeGame game = new SnakeGame();
  private final Options options;
  private final int leastAlive;
  private int acts;
  private int matches;
  private long alive;
  private Match match;
  private SplitMix chance = new SplitMix(0);

  private RulesRate(int leastAlive) {
    this.leastAlive = leastAlive;
    options = new Options(Options.DEFAULTS.width(), Options.DEFAULTS.height(), Options.DEFAULTS.food(),
        Options.DEFAULTS.ticksPerMove(), 600);
    match = started();
  }

  /** What a seat does in a tick. */
  private record Decision(int seat, Steer act) {}

  public static void main(String[] arguments) {
    int rounds = Integer.parseInt(arguments[0]);
    int leastAlive = Integer.parseInt(arguments[1]);
    List<List<Decision>> decisions = new RulesRate(leastAlive).decided();
    for (int i = 0; i < rounds; i++) {
      RulesRate rate = new RulesRate(leastAlive);
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (List<Decision> tick : decisions) {
        rate.play(tick);
      }
      long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
      System.out.printf(Locale.ROOT, "%.1f %d %d %.1f%n", nanos / 1e6, rate.acts, rate.matches,
          (double) rate.alive / TICKS);
    }
  }

  private List<List<Decision>> decided() {
    Bot<Match, Steer> bot = new Survivor();
    SplitMix thoughts = new SplitMix(1);
    List<List<Decision>> all = new ArrayList<>();
    for (int tick = 0; tick < TICKS; tick++) {
      List<Decision> decisions = new ArrayList<>();
      if (tick % TICKS_A_DECISION == 0) {
        for (int seat : game.turn(match)) {
          decisions.add(new Decision(seat, bot.act(Sight.of(game, match, seat), thoughts)));
        }
      }
      all.add(decisions);
      play(decisions);
    }
    return all;
  }

  private void play(List<Decision> decisions) {
    for (Decision decision : decisions) {
      acts++;
      take(game.act(match, decision.seat(), decision.act(), chance));
    }
    take(game.tick(match, chance));
    int living = game.view(match).living().size();
    alive += living;
    if (living < leastAlive || game.turn(match).isEmpty() || game.result(match).isPresent()) {
      match = started();
    }
  }

  private void take(Step<Match> step) {
    if (step instanceof Step.Accepted<Match> accepted) {
      match = accepted.state();
    }
  }

  private Match started() {
    chance = new SplitMix(matches++);
    List<Integer> seats = new ArrayList<>();
    for (int seat = 0; seat < SEATS; seat++) {
      seats.add(seat);
    }
    return game.start(new Setup(Turn.of(seats), options, matches, chance));
  }
}
