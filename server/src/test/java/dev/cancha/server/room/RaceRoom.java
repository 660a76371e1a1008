package dev.cancha.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import dev.cancha.common.patch.Document;
import dev.cancha.common.patch.MergePatch;
import dev.cancha.server.games.Race;
import dev.cancha.server.games.Race.Act;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.RoomInput.Draw;
import dev.cancha.server.room.RoomInput.Single;
import dev.cancha.server.room.RoomInput.Tick;
import java.util.List;
import java.util.Locale;

/** A room of races, in which a test does one thing after another; a client that only sees patches follows along. */
final class RaceRoom {
  static final SessionId ANA = new SessionId("ana");
  static final SessionId BETO = new SessionId("beto");
  static final SessionId CARO = new SessionId("caro");
  private static final JsonType<Act> ACT = JsonType.of(Act.class);
  private static final JsonType<RoomDocument> DOCUMENT = JsonType.of(RoomDocument.class);

  final Room<Race.Track, Act> room;
  RoomState state;
  /** What a client knows that was told every revision. */
  Document client;
  private int draws;
  private long seq;

  RaceRoom(Race race, Race.Options options) {
    room = new Room<>(race, new RoomRules(120_000, 10));
    state = room.open(new RoomConfig("KX3F", 4, options, Settings.NONE, Visibility.PUBLIC, null, false));
    client = Document.of(DOCUMENT.write(state.shown().document()));
  }

  /** Ana on seat 0 and Beto on seat 1 in a match that started at 1,000 ms. */
  static RaceRoom started(Race race, Race.Options options) {
    RaceRoom room = new RaceRoom(race, options);
    room.step(new RoomInput.Enter(0, arrival(ANA), 0, false));
    room.step(new RoomInput.Enter(0, arrival(BETO), 1, false));
    room.step(room.ready(ANA, 0));
    room.step(room.ready(BETO, 1_000));
    return room;
  }

  static RaceRoom started() {
    return started(new Race(), new Race.Options(100_000, 1, false));
  }

  static RoomInput.Arrival arrival(SessionId session) {
    return new RoomInput.Arrival(session, "p-" + session.text(), session.text());
  }

  Draw draw() {
    draws++;
    return new Draw(new Seed(String.format(Locale.ROOT, "%032x", draws)), "match" + draws, 0);
  }

  RoomInput.Ready ready(SessionId session, long at) {
    return new RoomInput.Ready(at, session, true, false, draw());
  }

  /** The next act of {@code session}, with a number above all before it. */
  RoomInput.Act act(SessionId session, Act act) {
    return act(session, ++seq, act);
  }

  RoomInput.Act act(SessionId session, long number, Act act) {
    return new RoomInput.Act(state.at(), session, number, ACT.write(act), null);
  }

  RoomInput.Act turn(SessionId session, Race.Heading heading) {
    return act(session, new Race.Turn(heading));
  }

  Tick nextTick(Single... inputs) {
    return new Tick(room.nextTick(state).orElseThrow(), List.of(inputs));
  }

  /** The next tick, at the time that the room names for it. */
  Changed tick(Single... inputs) {
    return step(nextTick(inputs));
  }

  Changed step(RoomInput input) {
    Outcome outcome = room.step(state, input);
    assertThat(outcome).isInstanceOf(Changed.class);
    Changed changed = (Changed) outcome;
    Json patch = MergePatch.between(state.shown().document(), changed.state().shown().document());
    if (changed.state().rev() == state.rev()) {
      assertThat(patch).as("a step without a revision").isEqualTo(Json.emptyObject());
    } else {
      assertThat(changed.state().rev()).isEqualTo(state.rev() + 1);
      client = client.apply(patch);
    }
    assertThat(changed.state().position()).isEqualTo(state.position() + 1);
    state = changed.state();
    assertThat(client).as("what the patches lead to").isEqualTo(Document.of(DOCUMENT.write(document())));
    Json written = room.write(state);
    assertThat(written).as("states of races can be read back").isNotNull();
    assertThat(room.read(Json.ofChecked(written.toString()))).as("the state read back").isEqualTo(state);
    return changed;
  }

  RoomDocument document() {
    return state.shown().document();
  }

  Race.View view() {
    return (Race.View) document().view();
  }

  List<Integer> places() {
    return view().runners().values().stream().map(Race.Runner::at).toList();
  }
}
