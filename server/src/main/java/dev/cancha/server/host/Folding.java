package dev.cancha.server.host;

import dev.cancha.common.game.Game;
import dev.cancha.common.json.Mismatch;
import dev.cancha.common.message.Json;
import dev.cancha.common.patch.MergePatch;
import dev.cancha.server.journal.Journal.Recovered;
import dev.cancha.server.journal.Journal.Snapshot;
import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.room.Inscription;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomOpening;
import dev.cancha.server.room.RoomState;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Folds one room from what its journal has: the same steps as when it was played. Under other rules than it was played
 * with, each step must have led to the patch that was shown, and to the state of the latest snapshot. Lives for one
 * room; any thread.
 */
final class Folding {
  private final Recovered.Found stored;
  private final boolean otherRules;
  private final Room<?, ?> room;
  private final RoomOpening opening;
  private RoomState state;
  private boolean closed;

  /** The room cannot be folded; the message says why. */
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  private Folding(Recovered.Found stored, Game<?, ?> game) {
    this.stored = stored;
    otherRules = otherRules(stored, game);
    opening = RoomOpening.read(game, Json.ofChecked(stored.opening().config()));
    room = new Room<>(game, opening.rules());
    Snapshot from = stored.from();
    state = from == null ? room.open(opening.config()) : room.read(Json.ofChecked(from.state().bytes()));
  }

  /** Whether the room was opened under other rules than those of {@code game}. */
  static boolean otherRules(Recovered.Found stored, Game<?, ?> game) {
    return !stored.opening().rules().equals(game.rules());
  }

  /**
   * The room as it was; null where it had ended.
   *
   * @throws Failed where the rules, or what is stored, do not lead there
   */
  static @Nullable Folded fold(Recovered.Found stored, Game<?, ?> game) {
    try {
      Folding folding = new Folding(stored, game);
      folding.run();
      Snapshot latest = stored.latest();
      return folding.closed ? null
          : new Folded(stored.room(), game, folding.room, folding.opening, stored.opening().rules(),
              folding.state,
              latest == null ? 0 : latest.position(), stored.log());
    } catch (Mismatch e) {
      throw new Failed("what is stored of it has another form: " + e.getMessage(), e);
    } catch (Failed e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      throw new Failed("its rules failed: " + e, e);
    }
  }

  private void run() {
    compare();
    for (StoredEntry entry : stored.entries()) {
      CRC32C patches = new CRC32C();
      RoomInput input = Inscription.read(entry.input()).input();
      for (int i = 0; i < entry.span(); i++) {
        step(i == 0 ? input : new RoomInput.Tick(tickAt(entry), List.of()), patches);
      }
      if (otherRules && (int) patches.getValue() != entry.patchCrc()) {
        throw new Failed("under the rules " + stored.opening().rules() + " its input " + entry.position()
            + " led somewhere else", null);
      }
      compare();
    }
  }

  private void step(RoomInput input, CRC32C patches) {
    RoomState before = state;
    if (!(room.step(before, input) instanceof Changed changed)) {
      throw new Failed("its input " + (before.position() + 1) + " has no effect any more", null);
    }
    state = changed.state();
    closed |= changed.closed();
    if (otherRules) {
      boolean shows = state.rev() > before.rev();
      patches.update((shows ? MergePatch.between(before.shown().document(), state.shown().document())
          : Json.emptyObject()).utf8());
    }
  }

  private long tickAt(StoredEntry entry) {
    OptionalLong at = room.nextTick(state);
    if (at.isEmpty()) {
      throw new Failed("no tick follows within the run of its input " + entry.position(), null);
    }
    return at.getAsLong();
  }

  private void compare() {
    Snapshot latest = stored.latest();
    if (otherRules && latest != null && latest.position() == state.position()) {
      Json written = room.write(state);
      if (written == null || !Room.hash(written).equals(latest.state().hash())) {
        throw new Failed("under the rules " + stored.opening().rules() + " its state at " + state.position()
            + " was another", null);
      }
    }
  }
}
