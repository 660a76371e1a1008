package dev.cancha.server.room;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An input as it stands in a journal: itself, or, where it starts a match, <code>{"input":…,"from":…}</code>, so that
 * the inputs of a match are a replay by themselves.
 *
 * @param from what the input was applied to; absent where no match starts by it
 */
public record Inscription(RoomInput input, @Nullable MatchBase from) {
  private static final JsonType<RoomInput> INPUT = JsonType.of(RoomInput.class);
  private static final JsonType<Inscription> WITH_START = JsonType.of(Inscription.class);
  /** No input has this name. */
  private static final byte[] WITH = "{\"input\":".getBytes(StandardCharsets.US_ASCII);

  public byte[] write() {
    return from == null ? INPUT.write(input).utf8() : WITH_START.write(this).utf8();
  }

  /**
   * What {@link #write} wrote.
   *
   * @throws dev.cancha.common.json.Mismatch where it is of another shape
   */
  public static Inscription read(byte[] written) {
    Json json = Json.ofChecked(written);
    boolean with = Arrays.mismatch(WITH, written) == WITH.length;
    return with ? WITH_START.read(json) : new Inscription(INPUT.read(json), null);
  }
}
