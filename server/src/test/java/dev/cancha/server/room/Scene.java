package dev.cancha.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Game;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.RoomInput.Arrival;
import dev.cancha.server.room.RoomInput.Changes;
import dev.cancha.server.room.RoomInput.Draw;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A room, given inputs one by one as its host would: each is judged by {@link Judge}, and the state goes on where it
 * changed. People are called by their names. Owner: the test's thread.
 */
final class Scene {
  static final RoomRules RULES = new RoomRules(120_000, 3);
  static final RoomRules WITH_BOTS = new RoomRules(120_000, 3, "random");
  static final String NEW_CODE = "NEWCODE2";

  final Room<?, ?> room;
  private final Judge judge;
  RoomState state;
  long at;
  private int draws;

  private Scene(Game<?, ?> game, RoomConfig config, RoomRules rules) {
    room = new Room<>(game, rules);
    judge = new Judge(room);
    state = room.open(config);
  }

  static Scene of(Game<?, ?> game) {
    return of(game, Settings.NONE);
  }

  static Scene of(Game<?, ?> game, Settings settings) {
    return new Scene(game, config(game, settings, false), RULES);
  }

  /** Where bots are to be had. */
  static Scene withBots(Game<?, ?> game, Settings settings) {
    return new Scene(game, config(game, settings, false), WITH_BOTS);
  }

  static Scene permanent(Game<?, ?> game) {
    return new Scene(game, config(game, Settings.NONE, true), RULES);
  }

  static RoomConfig config(Game<?, ?> game, Settings settings, boolean permanent) {
    return new RoomConfig("KX3F", game.info().seats().max(), game.info().types().options(), settings,
        Visibility.PUBLIC, null, permanent);
  }

  /** All of {@code names} on seats from 0 on, and all ready: a match is running. */
  Scene playing(String... names) {
    for (String name : names) {
      changed(enter(name));
    }
    for (String name : names) {
      changed(ready(name));
    }
    return this;
  }

  Scene after(long millis) {
    at += millis;
    return this;
  }

  /** Gives {@code input}, and goes on with what it led to. */
  Outcome give(RoomInput input) {
    Outcome outcome = judge.step(state, input);
    if (outcome instanceof Changed changed) {
      if (Deadline.same(state, changed.state())) {
        assertThat(room.deadline(changed.state())).as("the deadline").isEqualTo(room.deadline(state));
      }
      state = changed.state();
    }
    return outcome;
  }

  static Changed changed(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Changed.class);
    return (Changed) outcome;
  }

  static void refused(Outcome outcome, ErrorCode code) {
    assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
      assertThat(refused.code()).isEqualTo(code);
      assertThat(refused.message()).isNotBlank();
    });
  }

  static void unchanged(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
  }

  static SessionId session(String name) {
    return new SessionId("session-" + name);
  }

  static Arrival arrival(String name) {
    return new Arrival(session(name), "p-" + name, name);
  }

  Draw draw() {
    draws++;
    return new Draw(new Seed("%032x".formatted(draws)), "match" + draws, 0);
  }

  Outcome enter(String name) {
    return give(new RoomInput.Enter(at, arrival(name), null, false));
  }

  Outcome enter(String name, int seat) {
    return give(new RoomInput.Enter(at, arrival(name), seat, false));
  }

  Outcome watch(String name) {
    return give(new RoomInput.Enter(at, arrival(name), null, true));
  }

  Outcome leave(String name) {
    return give(new RoomInput.Leave(at, session(name), draw()));
  }

  Outcome kick(String name, int seat) {
    return give(new RoomInput.Kick(at, session(name), seat, null, draw()));
  }

  Outcome kick(String name, String target) {
    return give(new RoomInput.Kick(at, session(name), null, "p-" + target, draw()));
  }

  Outcome sit(String name, @Nullable Integer seat) {
    return give(new RoomInput.Sit(at, session(name), seat, draw()));
  }

  Outcome ready(String name) {
    return give(new RoomInput.Ready(at, session(name), true, false, draw()));
  }

  Outcome notReady(String name) {
    return give(new RoomInput.Ready(at, session(name), false, false, draw()));
  }

  Outcome rematch(String name) {
    return give(new RoomInput.Ready(at, session(name), true, true, draw()));
  }

  Outcome bot(String name, int seat, @Nullable String bot) {
    return give(new RoomInput.Bot(at, session(name), seat, bot, false, draw()));
  }

  Outcome noBot(String name, int seat) {
    return give(new RoomInput.Bot(at, session(name), seat, null, true, draw()));
  }

  /** An act of the bot on {@code seat}, asked when its turn began. */
  Outcome botActs(int seat, String action) {
    long since = room.botTurns().of(state).getOrDefault(seat, 0L);
    return give(new RoomInput.BotAct(at, seat, Json.ofChecked(action), since));
  }

  Outcome start(String name) {
    return give(new RoomInput.Start(at, session(name), draw()));
  }

  Outcome configure(String name, Changes changes) {
    return give(new RoomInput.Configure(at, session(name), changes, NEW_CODE));
  }

  Outcome act(String name, long seq, String action) {
    return give(new RoomInput.Act(at, session(name), seq, Json.ofChecked(action), null));
  }

  Outcome actDecidedOn(long rev, String name, long seq, String action) {
    return give(new RoomInput.Act(at, session(name), seq, Json.ofChecked(action), rev));
  }

  Outcome resign(String name) {
    return give(new RoomInput.Resign(at, session(name)));
  }

  Outcome lose(String name) {
    return give(new RoomInput.Lost(at, session(name)));
  }

  Outcome back(String name) {
    return give(new RoomInput.Back(at, session(name)));
  }

  Outcome elapsed() {
    return give(new RoomInput.Elapsed(at, draw()));
  }

  /** Moves the time to the deadline and says that it has come. */
  Changed atDeadline() {
    at = deadline();
    return changed(elapsed());
  }

  long deadline() {
    OptionalLong deadline = room.deadline(state);
    assertThat(deadline).as("something is due").isPresent();
    return deadline.getAsLong();
  }

  RoomDocument doc() {
    return state.shown().document();
  }

  RoomDocument.SeatEntry seat(int number) {
    RoomDocument.SeatEntry entry = doc().seats().get(number);
    assertThat(entry).as("seat " + number + " is taken").isNotNull();
    return entry;
  }

  /** The name of the host, as the document's {@code host} tells. */
  @Nullable
  String host() {
    String id = doc().host();
    return id == null ? null : id.substring(2);
  }

  static Changes options(String json) {
    return new Changes(Json.ofChecked(json), null, null, null, false, null);
  }

  static Changes settings(Settings settings) {
    return new Changes(null, settings, null, null, false, null);
  }

  static Changes seats(int seats) {
    return new Changes(null, null, seats, null, false, null);
  }

  static Changes visibility(Visibility visibility) {
    return new Changes(null, null, null, visibility, false, null);
  }

  static Settings clocks(@Nullable Integer turn, @Nullable Integer bank, @Nullable Integer increment) {
    return new Settings(turn, bank, increment, null, null);
  }
}
