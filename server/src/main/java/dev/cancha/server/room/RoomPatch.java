package dev.cancha.server.room;

import dev.cancha.common.message.Json;
import dev.cancha.common.patch.MergePatch;
import java.util.zip.CRC32C;

/** What a step shows to everyone, as a merge patch: to clients, to the journal, and to whoever folds inputs again. */
public final class RoomPatch {
  private RoomPatch() {}

  /** Empty where the document did not change. */
  public static Json between(RoomState before, RoomState after) {
    return after.rev() == before.rev() ? Json.emptyObject()
        : MergePatch.between(before.shown().document(), after.shown().document());
  }

  /** The CRC-32C of its bytes, as journals and replays keep it. */
  public static int crc(Json patch) {
    CRC32C crc = new CRC32C();
    crc.update(patch.utf8());
    return (int) crc.getValue();
  }
}
