package dev.cancha.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.message.ServerMessage.Patch;
import dev.cancha.common.wire.MessageCodec;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatchHeadTest {
  private static final Json CHANGE = Json.ofChecked("{\"turn\":[1]}");

  @Test
  void thePatchesOfTheCodecAreRead() {
    assertThat(read(new Patch(7, acks(Map.of(1, 4L)), CHANGE, List.of(CHANGE))))
        .isEqualTo(new PatchHead(7, 1, 4));
    assertThat(read(new Patch(9_007_199_254_740_991L, acks(Map.of(0, 123_456L)), CHANGE, null)))
        .isEqualTo(new PatchHead(9_007_199_254_740_991L, 0, 123_456));
  }

  @Test
  void aPatchThatAnswersNoActHasNoSeat() {
    assertThat(read(new Patch(12, null, CHANGE, null))).isEqualTo(new PatchHead(12, -1, 0));
    assertThat(read(new Patch(12, acks(Map.of()), CHANGE, null))).isEqualTo(new PatchHead(12, -1, 0));
  }

  @Test
  void otherMessagesAreNone() {
    assertThat(read(new ServerMessage.Done(1, 2L))).isNull();
    assertThat(read("{")).isNull();
    assertThat(read("")).isNull();
  }

  @Test
  void aPatchIsReadWhereverItStands() {
    byte[] bytes = "xxxx{\"type\":\"patch\",\"rev\":3,\"acks\":{\"0\":2}}yyyy"
        .getBytes(StandardCharsets.US_ASCII);
    assertThat(PatchHead.read(Unpooled.wrappedBuffer(bytes), 4, bytes.length - 8))
        .isEqualTo(new PatchHead(3, 0, 2));
  }

  private static SortedMap<Integer, Long> acks(Map<Integer, Long> acks) {
    return new TreeMap<>(acks);
  }

  private static @Nullable PatchHead read(ServerMessage message) {
    byte[] body = new MessageCodec().write(message);
    return PatchHead.read(Unpooled.wrappedBuffer(body), 0, body.length);
  }

  private static @Nullable PatchHead read(String body) {
    return PatchHead.read(Unpooled.wrappedBuffer(body.getBytes(StandardCharsets.UTF_8)), 0, body.length());
  }
}
