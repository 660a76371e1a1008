package dev.cancha.server.room;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.OnAbsent;
import dev.cancha.common.message.Phase;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.room.RoomInput.Act;
import dev.cancha.server.room.RoomInput.Arrival;
import dev.cancha.server.room.RoomInput.Changes;
import dev.cancha.server.room.RoomInput.Draw;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Inputs of a room, likely and unlikely ones, that follow from a seed alone. Owner: the test's thread.
 *
 * @param <S> the game's states
 * @param <A> the game's acts
 */
final class RandomHistory<S, A> {
  private static final List<String> NAMES = List.of("Ana", "Beto", "Caro", "Dani", "Eva", "Fito");
  private static final List<String> NONSENSE = List.of("{}", "{\"column\":9}", "{\"take\":9}", "{\"call\":1}",
      "{\"bid\":{\"count\":1,\"face\":1}}", "{\"column\":0}", "{\"take\":1}", "{\"fold\":{}}");
  private static final List<Settings> SETTINGS = List.of(Settings.NONE, new Settings(5, null, null, null, 30),
      new Settings(null, 20, 1, null, null), new Settings(null, 9, null, OnAbsent.WAIT, 10),
      new Settings(null, null, null, OnAbsent.WAIT, 3), new Settings(4, null, null, OnAbsent.BOT, 2));

  final Game<S, A> game;
  final RoomConfig config;
  private final Chance chance;
  private long at;
  private long draws;

  private RandomHistory(Game<S, A> game, Chance chance) {
    this.game = game;
    this.chance = chance;
    config = Scene.config(game, pick(SETTINGS), chance.below(4) == 0);
  }

  static RandomHistory<?, ?> of(long seed) {
    Chance chance = new SplittableRandom(seed)::nextInt;
    return switch (chance.below(3)) {
      case 0 -> new RandomHistory<>(new Pool(), chance);
      case 1 -> new RandomHistory<>(new Dudo(), chance);
      default -> new RandomHistory<>(new ConnectFour(), chance);
    };
  }

  /** What happens next in {@code state}; {@code due} is the room's next deadline, -1 for none. */
  RoomInput next(RoomState state, long due) {
    passTime(due);
    String name = pick(NAMES);
    SessionId session = Scene.session(name);
    Person person = state.roster().person(session);
    if (chance.below(3) == 0 && !turns(state).isEmpty()) {
      int seat = turns(state).firstKey();
      return new RoomInput.BotAct(at, seat, action(state, seat),
          turns(state).get(seat) - (chance.below(9) == 0 ? 1 : 0));
    }
    if (person == null) {
      return new RoomInput.Enter(at, new Arrival(session, "p-" + name, name),
          chance.below(3) == 0 ? seat() : null, chance.below(5) == 0,
          state.position() > 0 ? null : new RoomInput.Company("random", chance.below(3)));
    }
    SessionId host = state.roster().host();
    if (state.phase() != Phase.PLAYING && host != null && chance.below(6) == 0) {
      return new RoomInput.Start(at, host, draw());
    }
    if (person.lostAt() != null && chance.below(4) == 0) {
      return new RoomInput.Back(at, session);
    }
    return switch (chance.below(40)) {
      case 0 -> new RoomInput.Leave(at, session, draw());
      case 1 -> new RoomInput.Kick(at, session, seat(), null, draw());
      case 2 -> new RoomInput.Kick(at, session, null, "p-" + pick(NAMES), draw());
      case 3 -> new RoomInput.Configure(at, session, changes(), "NEW" + draws);
      case 4 -> new RoomInput.Sit(at, session, chance.below(3) == 0 ? null : seat(), draw());
      case 5, 6, 7, 8 -> new RoomInput.Ready(at, session, chance.below(6) > 0, chance.below(3) == 0, draw());
      case 9 -> new RoomInput.Start(at, session, draw());
      case 10 -> new RoomInput.Bot(at, session, seat(), chance.below(3) == 0 ? null : "random",
          chance.below(3) == 0, draw());
      case 11 -> new RoomInput.Resign(at, session);
      case 12, 13 -> new RoomInput.Lost(at, session);
      case 14 -> new RoomInput.Elapsed(at, draw());
      case 15 -> new RoomInput.Restored(at, 64L * chance.below(2), chance.below(2) == 0);
      default -> act(state, person);
    };
  }

  private SortedMap<Integer, Long> turns(RoomState state) {
    return new Room<>(game, Scene.WITH_BOTS).botTurns().of(state);
  }

  /** Often none, often a little, sometimes right up to the next deadline. */
  private void passTime(long due) {
    switch (chance.below(9)) {
      case 0, 1, 2 -> at += chance.below(4_000);
      case 3 -> at = Math.max(at, due);
      default -> {
        // at the same time as the input before
      }
    }
  }

  private RoomInput act(RoomState state, Person person) {
    long last = state.roster().seq(person.session());
    long seq = Math.max(0, last + 1 - (chance.below(8) == 0 ? chance.below(3) : 0));
    Long rev = chance.below(3) == 0 ? Math.max(0, state.rev() - chance.below(3)) : null;
    return new Act(at, person.session(), seq, action(state, person.seat()), rev);
  }

  @SuppressWarnings("unchecked") // a room of this game holds states of this game, whose acts are of one type
  private Json action(RoomState state, @Nullable Integer seat) {
    Match match = state.match();
    List<A> legal = match == null || seat == null ? List.of() : game.legal((S) match.truth(), seat);
    if (legal.isEmpty() || chance.below(10) == 0) {
      return Json.ofChecked(pick(NONSENSE));
    }
    return JsonType.of(game.info().types().act()).write(pick(legal));
  }

  private Changes changes() {
    return switch (chance.below(6)) {
      case 0 -> Scene.seats(1 + chance.below(7));
      case 1 -> Scene.settings(pick(SETTINGS));
      case 2 -> Scene.options("{\"stones\":" + chance.below(60) + "}");
      case 3 -> Scene.visibility(pick(List.of(Visibility.values())));
      case 4 ->
        new Changes(null, null, null, null, chance.below(2) == 0, new PasswordHash("cw==", "aA==", 1_000));
      default -> Scene.settings(new Settings(null, null, 3, pick(List.of(OnAbsent.values())), null));
    };
  }

  private int seat() {
    return chance.below(7);
  }

  private Draw draw() {
    draws++;
    return new Draw(new Seed("%016x%016x".formatted(draws, chance.below(Integer.MAX_VALUE))),
        "match" + draws, 0);
  }

  private <T> T pick(List<T> from) {
    return from.get(chance.below(from.size()));
  }
}
