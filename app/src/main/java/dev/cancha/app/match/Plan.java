package dev.cancha.app.match;

import dev.cancha.app.rating.Sprt;
import dev.cancha.common.bots.SplitMix;
import dev.cancha.common.game.Game;
import dev.cancha.server.bots.Launcher;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A league as it is to be played. Immutable.
 *
 * @param entrants its bots, by index
 * @param sprt ends it as soon as that is decided; absent where all matches are played
 * @param ways how matches are played
 */
record Plan(Game<?, ?> game, List<Entrant> entrants, Schedule schedule, Referee.Terms terms,
    @Nullable Sprt sprt, Ways ways) {
  private static final int MAX_LINE_BYTES = 4_096;

  /**
   * How matches are played, which changes nothing about them.
   *
   * @param patience of programs
   * @param venues makes where one thread plays
   * @param replays whether the replay of each match is written at once
   */
  record Ways(Patience patience, Launcher launcher, Supplier<Venue> venues, int parallel, boolean replays) {}

  Plan {
    entrants = List.copyOf(entrants);
  }

  /** Who plays {@code seat} of {@code fixture}. */
  Mind mind(Fixture fixture, int seat) {
    Entrant entrant = entrants.get(fixture.bots().get(seat));
    return switch (entrant.player()) {
      case Entrant.OfGame own -> new ClassMind(own.bot(), new SplitMix(schedule.chanceOf(fixture, seat)));
      case Entrant.Program program -> new ProgramMind(ways.launcher(),
          new Launcher.Order(entrant.name(), program.command(), MAX_LINE_BYTES), ways.patience());
    };
  }

  List<String> names(Fixture fixture) {
    return fixture.bots().stream().map(bot -> entrants.get(bot).name()).toList();
  }
}
