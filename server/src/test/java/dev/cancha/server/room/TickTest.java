package dev.cancha.server.room;

import static dev.cancha.server.room.RaceRoom.ANA;
import static dev.cancha.server.room.RaceRoom.BETO;
import static dev.cancha.server.room.RaceRoom.CARO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.game.GameInfo.Defaults;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Settings;
import dev.cancha.server.games.Race;
import dev.cancha.server.games.Race.Heading;
import dev.cancha.server.room.Outcome.Applied;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.Outcome.Duplicate;
import dev.cancha.server.room.Outcome.Refused;
import dev.cancha.server.room.Outcome.Verdict;
import dev.cancha.server.room.RoomInput.Tick;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a tick does to a room whose match is running, and what it makes of the inputs that waited for it. */
class TickTest {
  private static final Race.Options GUSTY = new Race.Options(100_000, 1, true);

  @Test
  void aTickWithAllItsInputsIsOneRevision() {
    RaceRoom race = RaceRoom.started();
    long rev = race.state.rev();

    Changed changed = race.tick(race.turn(ANA, Heading.ON), race.turn(BETO, Heading.BACK));

    assertThat(race.state.rev()).isEqualTo(rev + 1);
    assertThat(race.places()).containsExactly(1, -1);
    assertThat(changed.acks()).isEqualTo(Map.of(0, 1L, 1, 2L));
    assertThat(changed.verdicts()).containsExactly(new Applied(), new Applied());
  }

  @Test
  void whatWasSetInMotionGoesOnWithoutInputs() {
    RaceRoom race = RaceRoom.started();
    race.tick(race.turn(ANA, Heading.ON));
    race.tick();
    Changed changed = race.tick();

    assertThat(race.places()).containsExactly(3, 0);
    assertThat(changed.acks()).isEmpty();
  }

  @Test
  void aTickThatShowsNothingIsNoRevisionButHasChanceOfItsOwn() {
    RaceRoom race = RaceRoom.started();
    RoomState before = race.state;
    race.tick();

    assertThat(race.state.rev()).isEqualTo(before.rev());
    assertThat(race.state.position()).isEqualTo(before.position() + 1);
    assertThat(race.document()).isSameAs(before.shown().document());
  }

  @Test
  void whatATickChangesUnseenIsKept() {
    RaceRoom race = RaceRoom.started(new Race(), new Race.Options(100_000, 3, false));
    race.tick(race.turn(ANA, Heading.ON));
    long rev = race.state.rev();
    race.tick();
    assertThat(race.state.rev()).as("after two of three ticks").isEqualTo(rev);
    assertThat(race.places()).containsExactly(0, 0);

    race.tick();
    assertThat(race.state.rev()).isEqualTo(rev + 1);
    assertThat(race.places()).containsExactly(1, 0);
  }

  @Test
  void theDocumentOfAGameThatTicksHasNoTurn() {
    RaceRoom race = RaceRoom.started();
    assertThat(race.document().turn()).isNull();
    race.tick(race.turn(ANA, Heading.ON));
    assertThat(race.document().turn()).isNull();
  }

  @Test
  void whatATickDidNotTouchIsHandedOn() {
    RaceRoom race = RaceRoom.started();
    RoomDocument before = race.document();
    Match match = race.state.match();
    race.tick(race.turn(ANA, Heading.ON));

    assertThat(race.document()).isNotSameAs(before);
    assertThat(race.document().seats()).isSameAs(before.seats());
    assertThat(race.document().settings()).isSameAs(before.settings());
    assertThat(race.document().options()).isSameAs(before.options());
    assertThat(race.state.match().turns()).isSameAs(match.turns());
    assertThat(race.state.match().gone()).isSameAs(match.gone());
  }

  @Test
  void severalActsOfOneSeatAreAppliedInTheirOrder() {
    RaceRoom race = RaceRoom.started();
    Changed changed = race.tick(race.turn(ANA, Heading.BACK), race.turn(ANA, Heading.STILL),
        race.turn(ANA, Heading.ON));

    assertThat(race.places()).containsExactly(1, 0);
    assertThat(changed.acks()).isEqualTo(Map.of(0, 3L));
  }

  @Test
  void anActSentTwiceIsAppliedOnce() {
    RaceRoom race = RaceRoom.started();
    RoomInput.Act roll = race.act(ANA, 7, new Race.Roll(false));

    Changed changed = race.tick(roll, roll, race.act(ANA, 6, new Race.Roll(false)));
    assertThat(changed.verdicts()).containsExactly(new Applied(), new Duplicate(), new Duplicate());
    changed = race.tick(roll);
    assertThat(changed.verdicts()).containsExactly(new Duplicate());

    assertThat(race.view().rolls()).hasSize(1);
    assertThat(changed.acks()).as("a duplicate is answered by the whole room").isEmpty();
  }

  @Test
  void aRefusedInputLeavesNoTrace() {
    RaceRoom race = RaceRoom.started(new Race(), GUSTY);
    RoomInput.Act first = race.act(ANA, new Race.Roll(true));
    RoomInput.Act cheat = race.act(BETO, new Race.Cheat(3));
    RoomInput.Act second = race.act(ANA, new Race.Roll(true));
    Tick tick = race.nextTick(first, cheat, second);
    Changed without = (Changed) race.room.step(race.state, race.nextTick(first, second));

    Changed changed = race.step(tick);

    assertThat(changed.verdicts()).hasSize(3);
    assertThat(code(changed.verdicts().get(1))).isEqualTo(ErrorCode.ILLEGAL_ACTION);
    assertThat(changed.state()).isEqualTo(without.state());
    assertThat(changed.acks()).isEqualTo(without.acks());
    assertThat(changed.events()).hasSize(2).isEqualTo(without.events());
    assertThat(tick.effective(changed.verdicts())).isEqualTo(new Tick(tick.at(), List.of(first, second)));
  }

  @Test
  void noDrawOfATickComesTwice() {
    RaceRoom race = RaceRoom.started(new Race(), GUSTY);
    race.tick(race.act(ANA, new Race.Roll(false)), race.act(BETO, new Race.Roll(false)),
        race.act(ANA, new Race.Roll(false)));
    Integer gust = race.view().gust();
    race.tick(race.act(BETO, new Race.Roll(false)));

    HashSet<Integer> draws = new HashSet<>(race.view().rolls());
    draws.add(gust);
    draws.add(race.view().gust());
    assertThat(draws).hasSize(6);
  }

  @Test
  void anActIsStaleWhereItWasDecidedOnBeforeTheMatch() {
    RaceRoom race = RaceRoom.started();
    long began = race.state.rev();
    race.tick(race.turn(ANA, Heading.ON));
    race.tick(race.turn(ANA, Heading.BACK));

    RoomInput.Act late = on(race, race.turn(ANA, Heading.ON), began - 1);
    RoomInput.Act inTime = on(race, race.turn(ANA, Heading.ON), began);
    Changed changed = race.tick(late, inTime);

    assertThat(code(changed.verdicts().get(0))).isEqualTo(ErrorCode.STALE);
    assertThat(changed.verdicts().get(1)).isEqualTo(new Applied());
  }

  @Test
  void oneWhoComesInByATickWatches() {
    RaceRoom race = RaceRoom.started();
    Changed changed = race.tick(new RoomInput.Enter(1_010, RaceRoom.arrival(CARO), null, true),
        race.turn(CARO, Heading.ON));

    assertThat(changed.verdicts().get(0)).isEqualTo(new Applied());
    assertThat(code(changed.verdicts().get(1))).isEqualTo(ErrorCode.NOT_YOUR_TURN);
    assertThat(race.state.roster().spectators()).isEqualTo(1);
  }

  @Test
  void whatWaitsWhenTheMatchEndsIsJudgedInOver() {
    RaceRoom race = RaceRoom.started();
    Changed changed = race.tick(race.ready(BETO, 1_010), new RoomInput.Resign(1_010, ANA),
        race.turn(BETO, Heading.ON), race.ready(BETO, 1_020));

    assertThat(code(changed.verdicts().get(0))).isEqualTo(ErrorCode.ALREADY_PLAYING);
    assertThat(changed.verdicts().get(1)).isEqualTo(new Applied());
    assertThat(code(changed.verdicts().get(2))).isEqualTo(ErrorCode.NOT_PLAYING);
    assertThat(changed.verdicts().get(3)).isEqualTo(new Applied());
    assertThat(race.document().result().reason()).isEqualTo("resigned");
    assertThat(race.document().seats().get(1).ready()).isTrue();
    assertThat(race.room.nextTick(race.state)).isEmpty();
  }

  @Test
  void aMatchThatBeginsWithinATickHasItsFirstOneAPeriodLater() {
    RaceRoom race = RaceRoom.started(new Race(), GUSTY);
    race.tick();
    String first = race.document().match();
    race.tick(new RoomInput.Resign(1_060, ANA), race.ready(ANA, 1_070), race.ready(BETO, 1_080));

    assertThat(race.document().match()).isNotEqualTo(first);
    assertThat(race.view().gust()).as("drawn by a tick").isNull();
    assertThat(race.state.match().plan().start().at()).isEqualTo(1_100);
    assertThat(race.room.nextTick(race.state)).hasValue(1_150);
  }

  @Test
  void aMatchUsesTheSettingsThatTheSameTickHasChanged() {
    RaceRoom race = RaceRoom.started();
    Settings settings = new Settings(5, null, null, null, null);
    race.tick(new RoomInput.Resign(1_010, BETO),
        new RoomInput.Configure(1_020, ANA,
            new RoomInput.Changes(null, settings, null, null, false, null), "KX3F"),
        race.ready(ANA, 1_030), race.ready(BETO, 1_040));

    assertThat(race.document().settings().turnSeconds()).isEqualTo(5);
    assertThat(race.document().clock()).isEqualTo(Map.of(0, 5_000L, 1, 5_000L));
  }

  @Test
  void whoHasLeftIsNotHeardAnyMore() {
    RaceRoom race = RaceRoom.started();
    Changed changed = race.tick(race.turn(BETO, Heading.ON),
        new RoomInput.Leave(1_010, BETO, race.draw()), race.turn(BETO, Heading.BACK));

    assertThat(code(changed.verdicts().get(2))).isEqualTo(ErrorCode.NOT_IN_ROOM);
    assertThat(changed.departures()).hasSize(1);
    assertThat(race.document().result().reason()).isEqualTo("resigned");
  }

  @Test
  void theSeatOfOneWhoseGraceIsOverIsGivenUp() {
    RaceRoom race = RaceRoom.started();
    race.tick(new RoomInput.Lost(1_010, BETO));
    assertThat(race.room.deadline(race.state)).as("60 s after the tick that learnt of it").hasValue(61_050);

    RoomInput.Tick tick = new Tick(61_050, List.of(new RoomInput.Elapsed(61_050, race.draw())));
    race.step(tick);

    assertThat(race.document().result().reason()).isEqualTo("absent");
  }

  @Test
  void oneWhoComesBackWithinTheSameTickIsThere() {
    RaceRoom race = RaceRoom.started();
    long rev = race.state.rev();
    race.tick(new RoomInput.Lost(1_010, BETO), new RoomInput.Back(1_030, BETO));

    assertThat(race.state.rev()).isEqualTo(rev);
    assertThat(race.room.deadline(race.state)).isEmpty();
  }

  @Test
  void clocksAreShownWithWhatElseChangesAndRunOutAtATick() {
    RaceRoom race = RaceRoom.started(new Race(20, new Defaults(2, 0, 0, 60)),
        new Race.Options(100_000, 1, false));
    race.tick();
    assertThat(race.document().time()).as("a clock that only runs is no news").isZero();
    race.tick(race.turn(BETO, Heading.ON));
    assertThat(race.document().clock()).isEqualTo(Map.of(0, 1_900L, 1, 2_000L));
    assertThat(race.document().time()).isEqualTo(100);

    assertThat(race.room.deadline(race.state)).hasValue(3_000);
    race.step(new Tick(3_000, List.of(new RoomInput.Elapsed(3_000, race.draw()))));
    assertThat(race.document().result().reason()).isEqualTo("clock");
  }

  @Test
  void ticksComeAtMultiplesOfTheirPeriodAndDoNotDrift() {
    RaceRoom race = RaceRoom.started(new Race(60, Defaults.TICKING), new Race.Options(100_000, 1, false));
    for (int tick = 1; tick <= 600; tick++) {
      assertThat(race.room.nextTick(race.state)).hasValue(1_000 + tick * 1_000L / 60);
      race.tick();
    }
    assertThat(race.state.at()).isEqualTo(11_000);
  }

  @Test
  void aRoomTicksOnlyWhileAMatchIsRunning() {
    RaceRoom race = new RaceRoom(new Race(), new Race.Options(2, 1, false));
    assertThat(race.room.nextTick(race.state)).isEmpty();

    RaceRoom started = RaceRoom.started(new Race(), new Race.Options(2, 1, false));
    started.tick(started.turn(ANA, Heading.ON));
    started.tick();
    assertThat(started.document().result().ranks()).isEqualTo(Map.of(0, 1, 1, 2));
    assertThat(started.room.nextTick(started.state)).isEmpty();
  }

  @Test
  void rulesThatBreakAtATickAreTheRoomsEnd() {
    RaceRoom race = RaceRoom.started();
    Tick broken = race.nextTick(race.act(ANA, new Race.Fault(false)));

    assertThatThrownBy(() -> race.room.step(race.state, broken)).hasMessage("the rules are broken");
    Tick later = race.nextTick(race.act(ANA, new Race.Fault(true)));
    assertThatThrownBy(() -> race.room.step(race.state, later)).hasMessage("the rules are broken");
  }

  @Test
  void aTickComesBackFromItsJson() {
    RaceRoom race = RaceRoom.started();
    Tick tick = race.nextTick(race.turn(ANA, Heading.ON), new RoomInput.Lost(1_010, BETO),
        race.ready(BETO, 1_020));
    JsonType<RoomInput> type = JsonType.of(RoomInput.class);

    Json json = type.write(tick);
    assertThat(type.read(json)).isEqualTo(tick);
    assertThat(type.write(new Tick(5, List.of()))).hasToString("{\"tick\":{\"at\":5,\"inputs\":[]}}");
  }

  private static RoomInput.Act on(RaceRoom race, RoomInput.Act act, long rev) {
    return new RoomInput.Act(race.state.at(), act.session(), act.seq(), act.action(), rev);
  }

  private static ErrorCode code(Verdict verdict) {
    return ((Refused) verdict).code();
  }
}
