package dev.cancha.testkit.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.client.RoomView;
import dev.cancha.common.games.connectfour.Drop;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.testkit.Match;
import dev.cancha.testkit.MatchTest;
import dev.cancha.testkit.Player;
import dev.cancha.testkit.sim.SimRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** connectFour: two players, whole matches. */
class DuelSimTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  /** From the server to a client, and back. */
  private static final long WAY_MILLIS = 1;

  private static Function<RoomView, Object> always(int column) {
    return room -> new Drop(column);
  }

  private static Match straight(Match match) {
    match.join("ana", "beto");
    match.player("ana").script(always(3));
    match.player("beto").script(always(2));
    return match;
  }

  @MatchTest(game = "connectFour", seeds = 10)
  void whoBeginsIsFirstWithFourAndTheOtherBeginsTheRematch(Match match) {
    straight(match).untilOver(MINUTE);
    assertThat(match.standings()).containsExactly("ana", "beto");
    assertThat(match.result().path("reason").asString()).isEqualTo("fourInLine");
    assertThat(match.events().stream().filter(event -> event.path("type").asString().equals("dropped")))
        .hasSize(7);

    match.rematch().untilOver(MINUTE);
    assertThat(match.standings()).containsExactly("beto", "ana");
    assertThat(match.events().stream().filter(event -> event.path("type").asString().equals("dropped")))
        .hasSize(7);
  }

  @MatchTest(game = "connectFour", seeds = 10)
  void whereverTheServerIsKilledTheMatchGoesOnAndTheSameOneWins(Match match) {
    straight(match);
    SimRandom random = match.world().random("crashes");
    for (int i = 0; i < 3 && match.phase().equals("playing"); i++) {
      match.advance(random.between(Duration.ofMillis(1), Duration.ofMillis(400)));
      Duration outage = random.between(Duration.ofMillis(1), Duration.ofSeconds(20));
      if (random.chance(0.5)) {
        match.crashServer(outage);
      } else {
        match.powerServer(outage);
      }
      match.advance(outage.plusSeconds(3));
    }
    match.untilOver(Duration.ofMinutes(5));
    assertThat(match.standings()).containsExactly("ana", "beto");
  }

  @MatchTest(game = "connectFour", seeds = 5, settings = "{\"bankSeconds\": 60}")
  void clocksStandStillWhileThereIsNoServer(Match match) {
    match.join("ana", "beto").advance(Duration.ofSeconds(5));
    match.crashServer(MINUTE).advance(Duration.ofSeconds(59));
    assertThat(match.phase()).isEqualTo("playing");
    match.until(match.player("ana")::connected, MINUTE);
    match.player("ana").act(new Drop(3));
    assertThat(match.document().path("clock").path("0").asLong()).isGreaterThan(20_000);
  }

  @MatchTest(game = "connectFour", seeds = 20)
  void whateverHappensToTheConnectionsTheMatchIsPlayedToItsEnd(Match match) {
    straight(match);
    SimRandom random = match.world().random("mischief");
    List<Consumer<Player>> mischief = List.of(Player::drop, Player::halfOpen, Player::restart,
        Player::takeOver,
        player -> player.cut(random.between(Duration.ofMillis(1), Duration.ofSeconds(40))),
        player -> player.lag(80, 400));
    for (int i = 0; i < 8 && match.phase().equals("playing"); i++) {
      random.pick(mischief).accept(random.pick(match.players()));
      match.advance(random.between(Duration.ofMillis(1), Duration.ofMillis(400)));
    }
    match.untilOver(Duration.ofMinutes(5));
    assertThat(match.standings()).containsExactly("ana", "beto");
  }

  @MatchTest(game = "connectFour", seeds = 30, faults = true, settings = "{\"onAbsent\": \"wait\"}")
  void aMatchOverABadNetworkIsPlayedToItsEnd(Match match) {
    straight(match).untilOver(Duration.ofMinutes(10));
    assertThat(match.standings()).containsExactly("ana", "beto");
  }

  @MatchTest(game = "connectFour", seeds = 5)
  void whoTakesASeatOverPlaysOnAndTheFirstClientIsToldSo(Match match) {
    match.join("ana", "beto");
    Player ana = match.player("ana").act(new Drop(3));
    match.player("beto").act(new Drop(2));
    ana.takeOver();
    match.advance(Duration.ofSeconds(1));
    assertThat(ana.seat()).isEqualTo(0);
    assertThat(ana.view()).isEqualTo(match.view());
    ana.act(new Drop(3));
    assertThat(match.view().path("columns").path("3").asString()).isEqualTo("00");
  }

  @MatchTest(game = "connectFour", seeds = 5, settings = "{\"bankSeconds\": 60}")
  void clocksRunToTheMillisecondAndTheOneWithoutTimeLoses(Match match) {
    match.join("ana", "beto").advance(Duration.ofSeconds(5));
    match.player("ana").act(new Drop(3));
    assertThat(match.document().path("clock").path("0").asLong()).isEqualTo(60_000 - 5_000 - 2 * WAY_MILLIS);
    assertThat(match.document().path("clock").path("1").asLong()).isEqualTo(60_000);

    match.advance(Duration.ofMillis(60_000 - WAY_MILLIS));
    assertThat(match.phase()).isEqualTo("playing");
    match.advance(Duration.ofMillis(WAY_MILLIS));
    assertThat(match.phase()).isEqualTo("over");
    assertThat(match.result().path("reason").asString()).isEqualTo("clock");
    assertThat(match.standings()).containsExactly("ana", "beto");
  }

  @MatchTest(game = "connectFour", seeds = 5)
  void whoStaysAwayForTheGraceOfTenMinutesForfeits(Match match) {
    match.join("ana", "beto");
    match.player("beto").kill();
    match.advance(Duration.ofSeconds(599));
    assertThat(match.phase()).isEqualTo("playing");
    match.advance(Duration.ofSeconds(2));
    assertThat(match.phase()).isEqualTo("over");
    assertThat(match.result().path("reason").asString()).isEqualTo("absent");
    assertThat(match.standings()).containsExactly("ana", "beto");
  }

  @MatchTest(game = "connectFour", seeds = 5, settings = "{\"onAbsent\": \"wait\", \"graceSeconds\": 30}")
  void whereTheRoomWaitsTheOneWhoWasAwayPlaysOn(Match match) {
    match.join("ana", "beto");
    match.player("ana").act(new Drop(3));
    match.player("beto").kill();
    match.advance(Duration.ofMinutes(10));
    assertThat(match.phase()).isEqualTo("playing");
    match.player("beto").revive();
    match.until(match.player("beto")::connected, MINUTE).advance(Duration.ofSeconds(1));
    straightOn(match);
    match.untilOver(MINUTE);
    assertThat(match.standings()).containsExactly("ana", "beto");
  }

  private static void straightOn(Match match) {
    match.player("ana").script(always(3));
    match.player("beto").script(always(2));
  }

  @MatchTest(game = "connectFour", seeds = 5)
  void spectatorsSeeWhatPlayersSeeAndMayNotAct(Match match) {
    match.join("ana", "beto").watch("carla", "dora");
    assertThat(match.player("carla").refused(new Drop(0))).isEqualTo(ErrorCode.NOT_YOUR_TURN);
    straightOn(match);
    match.player("dora").say("hola");
    match.untilOver(MINUTE);
    assertThat(match.player("carla").view()).isEqualTo(match.player("ana").view());
    assertThat(match.player("ana").room().chat().getLast().text()).isEqualTo("hola");
    match.player("carla").leave();
    assertThat(match.player("carla").room()).isNull();
  }

  @MatchTest(game = "connectFour", seeds = 5)
  void whoResignsLosesAndAnActThatIsSentWhileCutOffCountsOnce(Match match) {
    match.join("ana", "beto");
    match.player("ana").cut(Duration.ofSeconds(35)).send(new Drop(3));
    match.advance(Duration.ofSeconds(30));
    assertThat(match.view().path("columns").path("3").asString()).isEmpty();
    match.advance(Duration.ofSeconds(30));
    assertThat(match.view().path("columns").path("3").asString()).isEqualTo("0");
    match.player("beto").resign();
    match.untilOver(MINUTE);
    assertThat(match.standings()).containsExactly("ana", "beto");
  }
}
