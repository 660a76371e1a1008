package dev.cancha.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class FramesChannelTest {
  private Wire wire = Wire.open();

  @AfterEach
  void nothingIsLeft() {
    wire.end();
  }

  @Test
  void messagesAreHandedOverWhereverTheirBytesAreSplit() {
    byte[] bytes = Wire.framed(Wire.HELLO, "{\"type\":\"sync\",\"id\":7}");
    for (int split = 1; split < bytes.length; split++) {
      wire.end();
      wire = Wire.open();

      wire.send(Arrays.copyOf(bytes, split)).send(Arrays.copyOfRange(bytes, split, bytes.length));

      assertThat(wire.events()).containsExactly("Hello", "Sync");
      assertThat(wire.receivedFrames()).containsExactly(Wire.DONE, "{\"type\":\"done\",\"re\":7}");
    }
  }

  @Test
  void messagesAreHandedOverWhenTheirBytesComeOneByOne() {
    for (byte b : Wire.framed(Wire.HELLO, "{\"type\":\"sync\"}")) {
      wire.send(new byte[] {b});
    }

    assertThat(wire.events()).containsExactly("Hello", "Sync");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x01, 0x16, 0x1f, 0x20, 0x2f, 0x30, 0x39, 0x40, 0x5b, 0x60, 0x7b, 0x7f, 0x80, 0xc3,
    0xff})
  void anUnknownFirstByteIsClosedWithoutAnAnswer(int first) {
    wire.send(new byte[] {(byte) first, 0, 0, 0});

    assertThat(wire.isOpen()).isFalse();
    assertThat(wire.received()).isEmpty();
    assertThat(wire.hasSession()).isFalse();
  }

  @Test
  void everyOtherFirstByteOpensASessionOrHttp() {
    for (int first = 0; first < 256; first++) {
      wire.end();
      wire = Wire.open();

      wire.send(new byte[] {(byte) first});

      boolean letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
      assertThat(wire.isOpen()).as("first byte %02x", first).isEqualTo(first == 0 || letter);
      assertThat(wire.hasSession()).as("first byte %02x", first).isEqualTo(first == 0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4_097, 65_536, 0x00FF_FFFF})
  void beforeWelcomeALongFrameIsTooLargeAsSoonAsItsLengthIsThere(int length) {
    wire.channel.writeInbound(Unpooled.buffer().writeInt(length));

    assertThat(wire.events()).containsExactly("TOO_LARGE");
    assertThat(wire.receivedFrames()).singleElement().asString().contains("tooLarge");
  }

  @Test
  void theWelcomeRaisesTheLimitForWhatCameInTheSameRead() {
    wire.frames(Wire.HELLO, "{\"type\":\"sync\",\"x\":\"" + "x".repeat(60_000) + "\"}");
    wire.channel.writeInbound(Unpooled.buffer().writeInt(65_537));

    assertThat(wire.events()).containsExactly("Hello", "Sync", "TOO_LARGE");
  }

  @Test
  void whatIsNotAMessageIsToldToTheSessionAndReadingGoesOn() {
    wire.frames(Wire.HELLO, "", "nonsense", "{}", "{\"type\":\"dance\"}", "{\"type\":\"sync\"}");

    assertThat(wire.events())
        .containsExactly("Hello", "BAD_JSON", "BAD_JSON", "BAD_MESSAGE", "UNKNOWN_TYPE", "Sync");
  }

  @Test
  void answersToOneReadAreSentTogether() {
    wire.frames(Wire.HELLO);
    wire.received();
    AtomicInteger flushes = new AtomicInteger();
    wire.channel.pipeline().addFirst(new ChannelOutboundHandlerAdapter() {
      @Override
      public void flush(ChannelHandlerContext ctx) {
        flushes.incrementAndGet();
        ctx.flush();
      }
    });

    wire.frames("{\"type\":\"sync\"}", "{\"type\":\"sync\"}");

    assertThat(wire.receivedFrames()).containsExactly(Wire.DONE, Wire.DONE);
    assertThat(flushes).hasValue(1);
  }

  @Test
  void randomBytesNeverStopTheLoop() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      wire.end();
      wire = Wire.open();
      byte[] bytes = new byte[random.nextInt(2_000) + 1];
      random.nextBytes(bytes);
      bytes[0] = (byte) (random.nextBoolean() ? 0 : 'G');

      wire.send(bytes).after(10_000).after(1_000);

      assertThat(wire.isOpen()).as("after round %d", round).isFalse();
    }
  }

  @Test
  void aBugInTheSessionClosesOnlyItsConnection() {
    Wire other = Wire.open();
    other.frames(Wire.HELLO);

    wire.frames(Wire.HELLO, "{\"type\":\"resign\"}", "{\"type\":\"sync\"}");

    assertThat(wire.isOpen()).isFalse();
    assertThat(wire.events()).containsExactly("Hello", "Resign", "lost");
    assertThat(other.isOpen()).isTrue();
    other.end();
  }

  @Test
  void aBugIsLoggedOnceWithItsCauseAndAResetNotAtAll() {
    Logger logger = (Logger) LoggerFactory.getLogger(ConnectionHandler.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    ConnectionHandler handler = wire.channel.pipeline().get(ConnectionHandler.class);
    ChannelHandlerContext context = wire.channel.pipeline().context(handler);
    try {
      handler.exceptionCaught(context, new IOException("Connection reset by peer"));
      assertThat(log.list).isEmpty();

      handler.exceptionCaught(context, new IllegalStateException("a planted bug"));
      handler.exceptionCaught(context, new IllegalStateException("and what follows from it"));
    } finally {
      logger.detachAppender(log);
    }
    assertThat(log.list).singleElement()
        .extracting(event -> event.getThrowableProxy().getMessage())
        .isEqualTo("a planted bug");
  }

  @Test
  void aResetIsLostAndNothingElse() {
    wire.frames(Wire.HELLO);

    wire.channel.pipeline().fireExceptionCaught(new IOException("Connection reset by peer"));

    assertThat(wire.isOpen()).isFalse();
    assertThat(wire.events()).containsExactly("Hello", "lost");
  }
}
