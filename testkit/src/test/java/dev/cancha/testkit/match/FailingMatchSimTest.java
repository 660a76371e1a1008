package dev.cancha.testkit.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.cancha.common.game.Game;
import dev.cancha.common.games.connectfour.Drop;
import dev.cancha.server.replay.Replay;
import dev.cancha.server.replay.ReplayCheck;
import dev.cancha.testkit.Match;
import dev.cancha.testkit.MatchTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What the kit makes of match tests that fail. */
class FailingMatchSimTest {
  /** Match tests with mistakes; run by the tests around them only. */
  static class Mistaken {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @MatchTest(game = "connectFour", seeds = 3)
    void theSecondShouldWin(Match match) {
      match.join("ana", "beto");
      match.player("ana").script(room -> new Drop(3));
      match.player("beto").script(room -> new Drop(2));
      assertThat(match.untilOver(SECOND.multipliedBy(60)).standings()).first().isEqualTo("beto");
    }

    @MatchTest(game = "dudo", seeds = 1, firstSeed = 11, faults = true)
    void nobodyShouldEverBeAway(Match match) {
      match.join("ana", "beto", "caro");
      match.players().forEach(player -> player.bot("random"));
      for (int i = 0; i < 100; i++) {
        match.advance(SECOND);
        match.document()
            .path("seats")
            .forEach(seat -> assertThat(seat.path("connected").asBoolean()).isTrue());
      }
    }

    @MatchTest(game = "connectFour", seeds = 1)
    void fourInAColumnIsTooLittle(Match match) {
      match.join("ana", "beto");
      match.player("ana").script(room -> new Drop(3));
      match.player("beto").script(room -> new Drop(3));
      match.advance(SECOND.multipliedBy(60));
    }

    @MatchTest(type = Loaded.class, seeds = 1, twice = true)
    void theDiceAreLoaded(Match match) {
      match.join("ana", "beto");
      match.player("ana").act(new Loaded.Throw(1)).act(new Loaded.Throw(2));
    }

    @MatchTest(type = Loaded.class, seeds = 1)
    void theRulesBreak(Match match) {
      match.join("ana", "beto");
      match.player("ana").send(new Loaded.Throw(7));
      match.advance(SECOND.multipliedBy(5));
    }

    @MatchTest(type = Loaded.class, seeds = 1)
    void theMatchNeverEnds(Match match) {
      match.join("ana", "beto").untilOver(SECOND);
    }

    @MatchTest(game = "dudo", seeds = 1)
    void nobodyCame(Match match) {
      match.until(() -> false, SECOND);
    }

    @MatchTest(game = "goose", seeds = 1)
    void thereIsNoSuchGame(Match match) {
      match.join("ana", "beto");
    }

    @MatchTest(game = "dudo", seeds = 1)
    void itIsNotToBeRun(Match match) {
      Assumptions.abort("not today");
    }
  }

  @TempDir
  private Path folder;

  private static EngineExecutionResults run(String method, Map<String, String> parameters) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameters(parameters)
        .selectors(selectMethod(Mistaken.class, method, Match.class))
        .execute();
  }

  private static String failure(String method) {
    return failure(run(method, Map.of()));
  }

  private static String failure(EngineExecutionResults results) {
    List<Event> failed = results.allEvents().failed().list();
    assertThat(failed).isNotEmpty();
    return failed.getFirst()
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .map(Throwable::getMessage)
        .orElseThrow();
  }

  @Test
  void everySeedIsAnInvocationAndASingleOneCanBeAskedFor() {
    EngineExecutionResults all = run("theSecondShouldWin", Map.of());
    assertThat(all.testEvents().failed().stream().map(event -> event.getTestDescriptor().getDisplayName()))
        .containsExactly("seed 1", "seed 2", "seed 3");
    EngineExecutionResults one = run("theSecondShouldWin", Map.of("match.seed", "2"));
    assertThat(one.testEvents().failed().stream().map(event -> event.getTestDescriptor().getDisplayName()))
        .containsExactly("seed 2");
  }

  @Test
  void aFailureSaysWhatWasExpectedTheSeedTheLineAndTheLastEvents() {
    assertThat(failure(run("theSecondShouldWin", Map.of("match.seed", "2"))))
        .startsWith("connectFour failed with seed 2:")
        .contains("expected: \"beto\"", "but was: \"ana\"",
            "  mvn test '-Dtest=FailingMatchSimTest$Mistaken#theSecondShouldWin' -Dmatch.seed=2\n",
            "\"reason\":\"fourInLin")
        .doesNotContain("faults");
  }

  @Test
  void faultsAreShrunkToOneAndThePrintedPlanFailsInTheSameWay() {
    String failure = failure("nobodyShouldEverBeAway");
    Matcher plan = Pattern.compile("mvn test \\S+ -Dmatch.seed=11 '-Dmatch.plan=(mix [^']+)'")
        .matcher(failure);
    assertThat(plan.find()).as(failure).isTrue();
    assertThat(plan.group(1).split("\\|")).as("the mix and one fault").hasSize(2);
    assertThat(failure).contains("its faults, shrunk in ", " fault ");
    Map<String, String> again = Map.of("match.seed", "11", "match.plan", plan.group(1));
    assertThat(failure(run("nobodyShouldEverBeAway", again))).contains("Expecting value to be true");
  }

  @Test
  void theReplayOfAFailureIsAFileThatComesOutAgain() throws Exception {
    Path over = replay(
        failure(run("theSecondShouldWin", Map.of("match.seed", "2", "match.replays", folder()))));
    assertThat(over).isEqualTo(
        Path.of(folder(), "FailingMatchSimTest.Mistaken.theSecondShouldWin-seed-2.jsonl"));
    assertThat(Files.readString(over)).contains("\"reason\":\"fourInLine\"");
    assertComesOutAgain(over);
    Path begun = replay(failure(run("fourInAColumnIsTooLittle", Map.of("match.replays", folder()))));
    assertThat(Files.readString(begun)).contains("\"reason\":\"aborted\"");
    assertComesOutAgain(begun);
  }

  private String folder() {
    return folder.toString();
  }

  private static Path replay(String failure) {
    Matcher line = Pattern.compile("^its replay is (.*)$", Pattern.MULTILINE).matcher(failure);
    assertThat(line.find()).as(failure).isTrue();
    return Path.of(line.group(1));
  }

  private static void assertComesOutAgain(Path file) throws Exception {
    List<Game<?, ?>> games = new ArrayList<>();
    ServiceLoader.load(Game.class).forEach(games::add);
    assertThat(ReplayCheck.difference(Replay.read(Files.readAllBytes(file)), games, step -> {
      // nobody looks
    })).isNull();
  }

  @Test
  void whereNoMatchHasBegunTheReasonStandsInTheReplaysPlace() {
    assertThat(failure("nobodyCame")).contains("it has no replay: no match had begun.");
  }

  @Test
  void anIllegalActOfAScriptIsAMistake() {
    assertThat(failure("fourInAColumnIsTooLittle")).contains("script: ", "{\"column\":3}, which is refused");
  }

  @Test
  void rulesThatAreNotTheSameTwiceAreCaughtAndTheFirstDifferenceIsNamed() {
    assertThat(failure("theDiceAreLoaded")).contains("is not the same when it is run twice: chunk ",
        " differs: Chunk[",
        "\"view\":{\"last\":1}", "\"view\":{\"last\":3}", "-Dmatch.seed=1");
  }

  @Test
  void rulesThatBreakAreAFailureThoughTheServerGoesOn() {
    assertThat(failure("theRulesBreak")).contains("room: the server has closed the room");
  }

  @Test
  void aMatchThatIsNotOverInTimeSaysWhatItIs() {
    assertThat(failure("theMatchNeverEnds")).contains("the match was not over within PT1S",
        "\"phase\":\"playing\"");
  }

  @Test
  void aGameThatIsNotThereIsNamed() {
    assertThat(failure("thereIsNoSuchGame"))
        .contains("there is no game 'goose' among [connectFour, dudo, snake]");
  }

  @Test
  void anAssumptionThatDoesNotHoldIsNoFailure() {
    assertThat(run("itIsNotToBeRun", Map.of()).testEvents().aborted().count()).isEqualTo(1);
  }
}
