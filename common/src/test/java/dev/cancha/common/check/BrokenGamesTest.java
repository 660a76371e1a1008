package dev.cancha.common.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.cancha.common.game.Game;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong is found, is called by its name, and nothing else is. */
class BrokenGamesTest {
  static Stream<Arguments> broken() {
    return Stream.of(
        arguments(new BrokenGames.HashMapInState(), List.of(Check.IMMUTABLE)),
        arguments(new BrokenGames.UnorderedMapInState(), List.of(Check.IMMUTABLE)),
        arguments(new BrokenGames.StateThatGrows(), List.of(Check.IMMUTABLE, Check.UNCHANGED)),
        arguments(new BrokenGames.LegalThatIsRefused(), List.of(Check.LEGAL)),
        arguments(new BrokenGames.LegalForEverybody(), List.of(Check.LEGAL)),
        arguments(new BrokenGames.AcceptsWhatIsNotLegal(), List.of(Check.ILLEGAL)),
        arguments(new BrokenGames.ThrowsAtIllegalActs(), List.of(Check.ILLEGAL)),
        arguments(new BrokenGames.SecretInView(), List.of(Check.SECRETS)),
        arguments(new BrokenGames.SecretInEvent(), List.of(Check.SECRETS)),
        arguments(new BrokenGames.ImagineThatForgetsItself(), List.of(Check.SECRETS)),
        arguments(new BrokenGames.ImagineThatKeepsAll(), List.of(Check.SECRETS)),
        arguments(new BrokenGames.MeWithoutImagine(), List.of(Check.SECRETS)),
        arguments(new BrokenGames.NeverEnds(), List.of(Check.END)),
        arguments(new BrokenGames.Hangs(), List.of(Check.TURN)),
        arguments(new BrokenGames.GoesOnAfterTheEnd(), List.of(Check.TURN)),
        arguments(new BrokenGames.AbsentSeatStaysInTurn(), List.of(Check.ABSENCE, Check.TURN)),
        arguments(new BrokenGames.AbsentSeatComesBack(), List.of(Check.TURN)),
        arguments(new BrokenGames.AbsentIsRefused(), List.of(Check.ABSENCE)),
        arguments(new BrokenGames.RanksMissASeat(), List.of(Check.RESULT)),
        arguments(new BrokenGames.RanksFromZero(), List.of(Check.RESULT)),
        arguments(new BrokenGames.ChanceOfItsOwn(), List.of(Check.REPEAT, Check.SOURCES)),
        arguments(new BrokenGames.StaticCounter(), List.of(Check.REPEAT)),
        arguments(new BrokenGames.FieldThatChanges(), List.of(Check.IMMUTABLE)),
        arguments(new BrokenGames.ClockInRules(), List.of(Check.REPEAT, Check.SOURCES)),
        arguments(new BrokenGames.NoView(), List.of(Check.VIEW)),
        arguments(new BrokenGames.ViewOfAnotherClass(), List.of(Check.VIEW)),
        arguments(new BrokenGames.LegalOutOfRange(), List.of(Check.ACTS)),
        arguments(new BrokenGames.Throws(), List.of(Check.THROWS)),
        arguments(new BrokenGames.StartsOnlyWithTwo(), List.of(Check.START)),
        arguments(new BrokenGames.BotThatCheats(), List.of(Check.BOTS)),
        arguments(new BrokenGames.ConstructorThatChanges(), List.of(Check.RESTORE, Check.VIEW)));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void theyFailByTheCheckThatIsMeant(Game<?, ?> game, List<Check> expected) {
    Report report = Conformance.of(game).most(500).check();

    assertThat(report.failures()).as(report.text())
        .extracting(Report.Finding::check)
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(report.passed()).isFalse();
  }

  @Test
  void theGameThatTheyAreMadeOfPasses() {
    Report report = Conformance.of(new Pile()).check();

    assertThat(report.failures()).as(report.text()).isEmpty();
    assertThat(report.warnings()).as(report.text()).isEmpty();
  }
}
