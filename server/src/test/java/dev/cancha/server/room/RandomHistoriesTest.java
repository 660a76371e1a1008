package dev.cancha.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Phase;
import dev.cancha.server.room.Outcome.Changed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rooms in which anything happens: {@link Judge} looks at every step, and the whole is folded again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomHistoriesTest {
  private static final int HISTORIES = 200;
  private static final int INPUTS = 50;

  private final Map<ErrorCode, Integer> refusals = new EnumMap<>(ErrorCode.class);
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final Map<String, Integer> endings = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4})
  void whateverHappensARoomKeepsItsPromises(long part) {
    for (long seed = part * HISTORIES; seed < (part + 1) * HISTORIES; seed++) {
      play(seed);
    }
  }

  @AfterAll
  void theHistoriesWentEverywhere() {
    assertThat(refusals.keySet()).as("refusals met")
        .contains(ErrorCode.BAD_MESSAGE, ErrorCode.BAD_OPTIONS, ErrorCode.NO_SUCH_BOT, ErrorCode.ROOM_FULL,
            ErrorCode.SEAT_TAKEN, ErrorCode.KICKED, ErrorCode.ALREADY_PLAYING, ErrorCode.NOT_PLAYING,
            ErrorCode.NOT_ENOUGH_PLAYERS, ErrorCode.NOT_HOST, ErrorCode.NOT_YOUR_TURN,
            ErrorCode.ILLEGAL_ACTION, ErrorCode.STALE);
    assertThat(outcomes).containsOnlyKeys("Changed", "Duplicate", "Refused", "Unchanged");
    assertThat(endings).containsKeys("resigned", "absent", "clock", "poolEmpty", "closed");
  }

  private void play(long seed) {
    RandomHistory<?, ?> history = RandomHistory.of(seed);
    Room<?, ?> room = new Room<>(history.game, Scene.WITH_BOTS);
    Judge judge = new Judge(room);
    RoomState first = room.open(history.config);
    RoomState state = first;
    List<RoomInput> applied = new ArrayList<>();
    RoomInput input = null;
    boolean closed = false;
    try {
      for (int i = 0; i < INPUTS && !closed; i++) {
        input = history.next(state, room.deadline(state).orElse(-1));
        Outcome outcome = judge.step(state, input);
        count(outcome);
        if (outcome instanceof Changed changed) {
          ended(state, changed);
          state = changed.state();
          applied.add(input);
          closed = changed.closed();
        }
      }
      assertThat(fold(room, first, applied)).as("the room folded from its inputs").isEqualTo(state);
    } catch (RuntimeException | AssertionError broken) {
      throw new AssertionError(
          "seed " + seed + ", room of " + history.game.info().id() + ", after\n" + Judge.history(applied)
              + "at " + input,
          broken);
    }
  }

  /** As after a crash: the same inputs, in order. */
  private static RoomState fold(Room<?, ?> room, RoomState first, List<RoomInput> inputs) {
    RoomState state = first;
    for (RoomInput input : inputs) {
      state = ((Changed) room.step(state, Judge.INPUTS.read(Judge.INPUTS.write(input)))).state();
    }
    return state;
  }

  private void count(Outcome outcome) {
    outcomes.merge(outcome.getClass().getSimpleName(), 1, Integer::sum);
    if (outcome instanceof Outcome.Refused refused) {
      refusals.merge(refused.code(), 1, Integer::sum);
    }
  }

  private void ended(RoomState before, Changed changed) {
    RoomDocument document = changed.state().shown().document();
    if (before.phase() == Phase.PLAYING && document.result() != null) {
      endings.merge(document.result().reason(), 1, Integer::sum);
    }
    if (changed.closed()) {
      endings.merge("closed", 1, Integer::sum);
    }
  }
}
