package dev.cancha.common.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.check.Report.Finding;
import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Range;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.game.Turn;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a game says of itself, what it does when time passes, and what its author is only warned of. */
class DeclaredTest {
  @Test
  void anInfoThatChangesIsFoundBeforeAnyMatch() {
    AtomicInteger asked = new AtomicInteger();
    Report report = Conformance.of(new Pile() {
      @Override
      public GameInfo<Take> info() {
        return super.info().title("Pile " + asked.incrementAndGet());
      }
    }).matches(1).check();

    assertThat(report.failure(Check.INFO)).extracting(Finding::what)
        .isEqualTo("info is not the same when it is asked twice");
  }

  @Test
  void aTypeWithoutAFormIsNamedAndNothingIsPlayed() {
    record Scribble(Thread who) {}
    Report report = Conformance.of(new Pile() {
      @Override
      public GameInfo<Take> info() {
        return GameInfo.of("pile", Take.class, Scribble.class).seats(2, 4);
      }
    }).check();

    assertThat(report.failure(Check.TYPES)).extracting(Finding::what)
        .asString()
        .contains("view has no form", "who");
    assertThat(report.played().acts()).isZero();
    assertThat(report.text()).contains("FAILED types: ", "pile does not pass: ");
  }

  @Test
  void aGameForMoreThatForfeitsAndHasNoHelpPassesWithTwoWarnings() {
    Report report = Conformance.of(new BrokenGames.NoHelpAndForfeits()).check();

    assertThat(report.failures()).as(report.text()).isEmpty();
    assertThat(report.warnings()).extracting(Finding::check).containsExactly(Check.INFO, Check.ABSENCE);
    assertThat(report.text()).contains("warning absence: one who leaves ends the match for all others");
  }

  @Test
  void aLargeViewIsAWarningWithItsSize() {
    Report report = Conformance.of(new Ticking(10, "x".repeat(70_000))).matches(2).check();

    assertThat(report.failures()).as(report.text()).isEmpty();
    assertThat(report.warnings()).extracting(Finding::check).containsExactly(Check.SIZE);
    assertThat(report.figures().get("view, bytes").max()).isGreaterThan(70_000);
  }

  @Test
  void aGameThatTicksMustEndToo() {
    Report report = Conformance.of(new Ticking(1_000_000, "")).matches(2).most(2_000).check();

    assertThat(report.failure(Check.END)).as(report.text())
        .extracting(Finding::what)
        .isEqualTo("no end after 2000 ticks of random play");
    assertThat(Conformance.of(new Ticking(1_000, "")).matches(2).most(2_000).check().passed()).isTrue();
  }

  @Test
  void aStateThatCannotBeReadBackIsToldWithWhatThatCosts() {
    Report report = Conformance.of(new Opaque()).matches(5).check();

    assertThat(report.failures()).as(report.text()).isEmpty();
    assertThat(report.warnings()).extracting(Finding::check).containsExactly(Check.RESTORE);
    assertThat(report.looked()).doesNotContainKey(Check.RESTORE);
  }

  @Test
  void optionsWithinTheirBoundsMustWork() {
    Report report = Conformance.of(new Ticking(10, "") {
      @Override
      public Clock start(Setup setup) {
        if (setup.options(Options.class).pace() > 3) {
          throw new IllegalArgumentException("too fast");
        }
        return super.start(setup);
      }
    }).check();

    assertThat(report.failure(Check.START)).as(report.text())
        .extracting(Finding::example)
        .asString()
        .contains("options {\"pace\":");
  }

  /** It ends after so many ticks, and nobody can do anything about it. */
  private static class Ticking implements Game<Ticking.Clock, Pile.Take> {
    private final int last;
    private final String text;

    record Clock(int ticks, String text) {}

    record Options(@Range(min = 1, max = 9) int pace) {}

    Ticking(int last, String text) {
      this.last = last;
      this.text = text;
    }

    @Override
    public GameInfo<Pile.Take> info() {
      return GameInfo.of("ticking", Pile.Take.class, Clock.class)
          .help("Wait.")
          .ticking(20)
          .options(new Options(1));
    }

    @Override
    public Clock start(Setup setup) {
      return new Clock(0, text);
    }

    @Override
    public Step<Clock> act(Clock clock, int seat, Pile.Take take, Chance chance) {
      return Step.refused("wait");
    }

    @Override
    public Step<Clock> tick(Clock clock, Chance chance) {
      return Step.to(new Clock(clock.ticks() + 1, text));
    }

    @Override
    public SortedSet<Integer> turn(Clock clock) {
      return Turn.nobody();
    }

    @Override
    public List<Pile.Take> legal(Clock clock, int seat) {
      return List.of();
    }

    @Override
    public Object view(Clock clock) {
      return clock;
    }

    @Override
    public Optional<Result> result(Clock clock) {
      return clock.ticks() < last ? Optional.empty() : Optional.of(Result.drawn(Turn.of(0, 1), "timeIsUp"));
    }
  }

  /** Its state is an object that can be read by nobody. */
  private static final class Opaque implements Game<Object, Pile.Take> {
    private record Done(boolean done) {}

    @Override
    public GameInfo<Pile.Take> info() {
      return GameInfo.of("opaque", Pile.Take.class, Done.class).help("Take one.");
    }

    @Override
    public Object start(Setup setup) {
      return new Done(false);
    }

    @Override
    public Step<Object> act(Object state, int seat, Pile.Take take, Chance chance) {
      return take.sticks() == 1 ? Step.to((Object) new Done(true)) : Step.refused("take one");
    }

    @Override
    public SortedSet<Integer> turn(Object state) {
      return state.equals(new Done(true)) ? Turn.nobody() : Turn.of(0);
    }

    @Override
    public List<Pile.Take> legal(Object state, int seat) {
      return turn(state).contains(seat) ? List.of(new Pile.Take(1)) : List.of();
    }

    @Override
    public Object view(Object state) {
      return state;
    }

    @Override
    public Optional<Result> result(Object state) {
      return turn(state).isEmpty() ? Optional.of(Result.drawn(Turn.of(0, 1), "taken")) : Optional.empty();
    }
  }
}
