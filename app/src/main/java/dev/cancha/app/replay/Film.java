package dev.cancha.app.replay;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.common.patch.MergePatch;
import dev.cancha.server.replay.Replay;
import dev.cancha.server.replay.ReplayCheck.Played;
import dev.cancha.server.room.RoomDocument;
import dev.cancha.server.room.RoomState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A match that was played again, with every state that it went through; so a step back is as good as one forth.
 *
 * @param difference from what was stored, a sentence; null where all is as it was
 */
record Film(Replay replay, List<Played> steps, @Nullable String difference) {
  private static final JsonType<RoomDocument> DOCUMENTS = JsonType.of(RoomDocument.class);

  Film {
    steps = List.copyOf(steps);
  }

  /** The document after the step at {@code index}, as {@code seat} saw it, or everyone if null. */
  JsonNode doc(int index, @Nullable Integer seat) {
    RoomState state = steps.get(index).after();
    Json document = DOCUMENTS.write(state.shown().document());
    return JsonMapper.shared().readTree(MergePatch.with(document, "me", null, state.shown().me(seat)).utf8());
  }

  long atMillis(int index) {
    return steps.get(index).atMillis();
  }
}
