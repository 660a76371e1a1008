package dev.cancha.testkit.judge;

import dev.cancha.common.game.Game;
import dev.cancha.common.message.Json;
import dev.cancha.server.journal.Journal.Recovered.Found;
import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.room.Inscription;
import dev.cancha.server.room.Outcome;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomOpening;
import dev.cancha.server.room.RoomState;
import java.util.List;

/** A room's state from its bytes, by the rules and nothing of the server that wrote them. */
public final class Fold {
  private Fold() {}

  /** Throws where they do not lead to any. */
  static RoomState of(Found stored, List<Game<?, ?>> games) {
    Game<?, ?> game = games.stream()
        .filter(each -> each.info().id().equals(stored.opening().game()))
        .findFirst()
        .orElseThrow();
    RoomOpening opening = RoomOpening.read(game, Json.ofChecked(stored.opening().config()));
    Room<?, ?> room = new Room<>(game, opening.rules());
    RoomState state = stored.from() == null ? room.open(opening.config())
        : room.read(Json.ofChecked(stored.from().state().bytes()));
    return on(room, state, stored.entries());
  }

  /** Where {@code entries} lead from {@code before}. Throws where they do not lead to any state. */
  public static RoomState on(Room<?, ?> room, RoomState before, List<StoredEntry> entries) {
    RoomState state = before;
    for (StoredEntry entry : entries) {
      if (state.position() + 1 != entry.position()) {
        throw new IllegalStateException(
            "entry " + entry.position() + " follows position " + state.position());
      }
      state = step(room, state, Inscription.read(entry.input()).input());
      for (int i = 1; i < entry.span(); i++) {
        state = step(room, state, new RoomInput.Tick(room.nextTick(state).orElseThrow(), List.of()));
      }
    }
    return state;
  }

  private static RoomState step(Room<?, ?> room, RoomState state, RoomInput input) {
    Outcome outcome = room.step(state, input);
    if (outcome instanceof Outcome.Changed changed) {
      return changed.state();
    }
    throw new IllegalStateException(
        "after position " + state.position() + ", " + input + " led to " + outcome);
  }
}
