package dev.cancha.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.Phase;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PatchWordsTest {
  private static final ByteBuf STEP = bytes(
      "{\"type\":\"patch\",\"rev\":9,\"acks\":{\"3\":4},\"patch\":{\"view\":"
          + "{\"snakes\":{\"3\":{\"head\":[4,17],\"body\":\"ud\"},\"4\":{\"head\":[63,0]},\"5\":{\"alive\":false}}}}}");

  @Test
  void aHeadIsFoundByItsSeat() {
    assertThat(PatchWords.head(STEP, 3)).isEqualTo(new Laps.Cell(4, 17));
    assertThat(PatchWords.head(STEP, 4)).isEqualTo(new Laps.Cell(63, 0));
  }

  @Test
  void whoDiedOrIsNotThereHasNone() {
    assertThat(PatchWords.head(STEP, 5)).isNull();
    assertThat(PatchWords.head(STEP, 6)).isNull();
    assertThat(PatchWords.head(bytes("\"3\":{\"head\":["), 3)).isNull();
    assertThat(PatchWords.head(bytes("\"3\":{\"head\":[1"), 3)).isNull();
  }

  @Test
  void aPhaseIsFoundWhereThereIsOne() {
    assertThat(PatchWords.phase(bytes("{\"patch\":{\"phase\":\"playing\",\"match\":\"01\"}}")))
        .isEqualTo(Phase.PLAYING);
    assertThat(PatchWords.phase(bytes("{\"patch\":{\"phase\":\"over\"}}"))).isEqualTo(Phase.OVER);
    assertThat(PatchWords.phase(STEP)).isNull();
    assertThat(PatchWords.phase(bytes("{\"phase\":\""))).isNull();
    assertThat(PatchWords.phase(bytes("{\"phase\":\"lobby\"}"))).isNull();
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8));
  }
}
