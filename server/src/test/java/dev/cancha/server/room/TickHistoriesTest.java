package dev.cancha.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.GameInfo.Defaults;
import dev.cancha.common.message.Phase;
import dev.cancha.common.message.Settings;
import dev.cancha.server.games.Race;
import dev.cancha.server.games.Race.Heading;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.RoomInput.FromSession;
import dev.cancha.server.room.RoomInput.Single;
import dev.cancha.server.room.RoomInput.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Rooms that tick, driven by whatever may come. At each step {@link RaceRoom} holds the patches to the document. */
class TickHistoriesTest {
  private static final List<Heading> HEADINGS = List.of(Heading.STILL, Heading.ON, Heading.BACK);
  private static final List<SessionId> EVERYONE = List.of(RaceRoom.ANA, RaceRoom.BETO, RaceRoom.CARO);

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void whateverComesEachTickIsAtMostOneRevisionAndFoldsFromWhatTookEffect(@ForAll long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    Race race = new Race(20, chance.nextBoolean() ? Defaults.TICKING : new Defaults(1, 0, 0, 60));
    RaceRoom room = RaceRoom.started(race,
        new Race.Options(1 + chance.nextInt(10), 1 + chance.nextInt(3), chance.nextBoolean()));
    for (int i = 0; i < 60 && !room.state.roster().everyone().isEmpty(); i++) {
      if (room.room.nextTick(room.state).isPresent()) {
        tick(room, chance);
      } else {
        alone(room, chance);
      }
    }
  }

  private static void tick(RaceRoom room, SplittableRandom chance) {
    List<Single> inputs = new ArrayList<>();
    for (int count = chance.nextInt(5); count > 0; count--) {
      inputs.add(input(room, chance));
    }
    RoomState before = room.state;
    Tick tick = room.nextTick(inputs.toArray(Single[]::new));
    Changed changed = room.step(tick);

    assertThat(changed.verdicts()).hasSameSizeAs(inputs);
    Changed folded = (Changed) room.room.step(before, tick.effective(changed.verdicts()));
    assertThat(folded.state()).as("folded without what had no effect").isEqualTo(changed.state());
    assertThat(folded.events()).isEqualTo(changed.events());
    assertThat(folded.departures()).isEqualTo(changed.departures());
    assertThat(room.document().turn()).isNull();
  }

  /** While no match is running, an input is a step of its own, which the host asks of those in the room only. */
  private static void alone(RaceRoom room, SplittableRandom chance) {
    Single input = input(room, chance);
    if (input instanceof FromSession from && room.state.roster().person(from.session()) == null) {
      return;
    }
    if (room.room.step(room.state, input) instanceof Changed) {
      room.step(input);
      assertThat(room.state.phase() == Phase.PLAYING).isEqualTo(room.room.nextTick(room.state).isPresent());
    }
  }

  private static Single input(RaceRoom room, SplittableRandom chance) {
    SessionId who = EVERYONE.get(chance.nextInt(EVERYONE.size()));
    long at = room.state.at() + chance.nextInt(50);
    return switch (chance.nextInt(20)) {
      case 0 -> new RoomInput.Resign(at, who);
      case 1 -> new RoomInput.Leave(at, who, room.draw());
      case 2 -> new RoomInput.Lost(at, who);
      case 3 -> new RoomInput.Back(at, who);
      case 4 -> new RoomInput.Sit(at, who, chance.nextBoolean() ? null : chance.nextInt(5), room.draw());
      case 5 -> new RoomInput.Elapsed(at, room.draw());
      case 6 -> new RoomInput.Configure(at, who, new RoomInput.Changes(null,
          new Settings(1 + chance.nextInt(9), null, null, null, null), null, null, false, null), "KX3F");
      case 7 -> room.act(who, 1, new Race.Roll(true));
      case 8 -> room.act(who, new Race.Cheat(1 + chance.nextInt(3)));
      case 9, 10 -> room.act(who, new Race.Roll(chance.nextBoolean()));
      case 11, 12, 13 -> room.ready(who, at);
      case 14 -> room.state.roster().person(who) == null
          ? new RoomInput.Enter(at, RaceRoom.arrival(who), null, chance.nextBoolean())
          : room.ready(who, at);
      default -> room.turn(who, HEADINGS.get(chance.nextInt(3)));
    };
  }
}
