package dev.cancha.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Protocol;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameDecoderChannelTest {
  private final FrameDecoder decoder = new FrameDecoder(Protocol.MAX_HELLO_BYTES);
  private final EmbeddedChannel channel = new EmbeddedChannel(decoder);

  @AfterEach
  void nothingIsLeft() {
    channel.finishAndReleaseAll();
  }

  @Test
  void framesAreCutWhereverTheBytesAreSplit() {
    byte[] stream = concat(frame("{}"), frame(""), frame("{\"type\":\"sync\"}"));
    for (int split = 0; split <= stream.length; split++) {
      channel.writeInbound(Unpooled.copiedBuffer(stream, 0, split));
      channel.writeInbound(Unpooled.copiedBuffer(stream, split, stream.length - split));

      assertThat(received()).containsExactly("{}", "", "{\"type\":\"sync\"}");
    }
  }

  @Test
  void framesAreCutWhenBytesComeOneByOne() {
    for (byte b : concat(frame("{\"a\":1}"), frame("{}"))) {
      channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {b}));
    }

    assertThat(received()).containsExactly("{\"a\":1}", "{}");
  }

  @Test
  void aBodyOfExactlyTheLimitPasses() {
    channel.writeInbound(Unpooled.wrappedBuffer(frame("x".repeat(Protocol.MAX_HELLO_BYTES))));

    assertThat(received()).containsExactly("x".repeat(Protocol.MAX_HELLO_BYTES));
  }

  @ParameterizedTest
  @ValueSource(longs = {4_097, 65_536, 65_537, 0x0100_0000, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL})
  void aLengthOverTheLimitIsRefusedBeforeItsBodyComes(long length) {
    channel.writeInbound(Unpooled.buffer().writeInt((int) length));

    Malformed refusal = channel.readInbound();
    assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_LARGE);
    assertThat(refusal.message()).contains(Long.toString(length)).contains("4096");
  }

  @Test
  void afterARefusalEverythingIsDropped() {
    channel
        .writeInbound(Unpooled.wrappedBuffer(concat(frame("{}"), new byte[] {0, 1, 0, 0, 7}, frame("{}"))));
    channel.writeInbound(Unpooled.wrappedBuffer(frame("{}")));

    assertThat(received()).containsExactly("{}", "TOO_LARGE");
  }

  @Test
  void theLimitCanBeRaisedBetweenFrames() {
    decoder.maxBodyBytes(Protocol.MAX_CLIENT_BYTES);
    channel.writeInbound(Unpooled.wrappedBuffer(frame("x".repeat(Protocol.MAX_CLIENT_BYTES))));
    channel.writeInbound(Unpooled.buffer().writeInt(Protocol.MAX_CLIENT_BYTES + 1));

    assertThat(received()).containsExactly("x".repeat(Protocol.MAX_CLIENT_BYTES), "TOO_LARGE");
  }

  private List<String> received() {
    List<String> received = new ArrayList<>();
    for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
      if (message instanceof ByteBuf body) {
        received.add(body.toString(StandardCharsets.UTF_8));
        body.release();
      } else {
        received.add(((Malformed) message).code().name());
      }
    }
    return received;
  }

  private static byte[] frame(String body) {
    ByteBuf frame = new Encoded(body.getBytes(StandardCharsets.UTF_8)).buffer(Framing.FRAMES);
    return frame.array();
  }

  private static byte[] concat(byte[]... parts) {
    return Unpooled.copiedBuffer(parts).array();
  }
}
