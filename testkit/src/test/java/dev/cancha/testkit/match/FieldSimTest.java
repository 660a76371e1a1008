package dev.cancha.testkit.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.testkit.Match;
import dev.cancha.testkit.MatchTest;
import dev.cancha.testkit.match.Comets.Heading;
import dev.cancha.testkit.match.Comets.Steer;
import java.time.Duration;

/** A game that ticks. */
class FieldSimTest {
  private static final String MINUTE_OF_TICKS = "{\"ticks\": 1200}";

  @MatchTest(type = Comets.class, seeds = 5, options = MINUTE_OF_TICKS)
  void aMatchLastsAsManyTicksAsItShouldAndTheStraightestWins(Match match) {
    match.join("ana", "beto", "caro");
    match.player("beto").script(room -> new Steer(Heading.UP));
    match.player("caro").script(room -> "{\"turn\": \"down\"}");
    Duration began = match.elapsed();
    match.untilOver(Duration.ofMinutes(2));
    assertThat(match.elapsed().minus(began)).isBetween(Duration.ofMillis(59_950), Duration.ofMillis(60_050));
    assertThat(match.standings()).first().isEqualTo("ana");
    assertThat(match.view().path("comets").path("0").path("laps").asInt()).isBetween(18, 19);
  }

  @MatchTest(type = Comets.class, seeds = 10, options = MINUTE_OF_TICKS)
  void aCrashOfTheServerCostsASecondOfPlayAndTheMatchLastsAsManyTicks(Match match) {
    match.join("ana", "beto");
    match.player("ana").bot("random");
    match.player("beto").bot("random");
    match.advance(Duration.ofSeconds(20));
    long rev = match.room().rev();
    match.crashServer(Duration.ofSeconds(4)).advance(Duration.ofSeconds(10));
    assertThat(match.room().rev()).isGreaterThan(rev);
    Duration began = match.elapsed();
    match.untilOver(Duration.ofMinutes(2));
    assertThat(match.elapsed().minus(began)).isBetween(Duration.ofSeconds(32), Duration.ofSeconds(38));
  }

  @MatchTest(type = Comets.class, seeds = 20, faults = true, options = MINUTE_OF_TICKS)
  void aBadNetworkDoesNotStopTime(Match match) {
    match.join("ana", "beto", "caro");
    match.players().forEach(player -> player.bot("random"));
    match.untilOver(Duration.ofMinutes(3));
    assertThat(match.standings()).hasSizeBetween(1, 3);
  }

  @MatchTest(type = Comets.class, seeds = 5, options = MINUTE_OF_TICKS, twice = true)
  void aMatchIsTheSameWhenItIsPlayedTwice(Match match) {
    match.join("ana", "beto").watch("caro");
    match.player("ana").bot("random").lag(80, 200);
    match.player("beto").bot("random");
    match.advance(Duration.ofSeconds(10));
    match.player("beto").restart();
    match.untilOver(Duration.ofMinutes(2));
    assertThat(match.standings()).hasSize(2);
  }

  @MatchTest(type = Comets.class, seeds = 5, options = MINUTE_OF_TICKS, settings = "{\"graceSeconds\": 10}")
  void whoStaysAwayIsOutAndTheOthersPlayOn(Match match) {
    match.join("ana", "beto", "caro");
    match.player("caro").kill();
    match.advance(Duration.ofSeconds(9));
    assertThat(match.view().path("comets").has("2")).isTrue();
    match.advance(Duration.ofSeconds(2));
    assertThat(match.view().path("comets").has("2")).isFalse();
    match.untilOver(Duration.ofMinutes(2));
    assertThat(match.result().path("reason").asString()).isEqualTo("timeIsUp");
  }
}
