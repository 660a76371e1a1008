package dev.cancha.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ServerMessage;
import io.netty.channel.WriteBufferWaterMark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deadlines, reading, writing and closing, over frames; what is different over WebSocket is tested there. */
class ConnectionChannelTest {
  private static final String SYNC = "{\"type\":\"sync\"}";
  private static final String STOP_READING = "{\"type\":\"start\"}";
  private static final String LEAVE = "{\"type\":\"leave\"}";

  private final Wire wire = Wire.open();

  @AfterEach
  void nothingIsLeft() {
    wire.end();
  }

  // ------------------------------------------------------------------ deadlines

  @Test
  void whoConnectsAndSaysNothingIsToldInFramesAfterTenSeconds() {
    wire.after(9_999);
    assertThat(wire.received()).isEmpty();

    wire.after(1);

    assertThat(wire.events()).containsExactly("hello timed out");
    assertThat(wire.receivedFrames()).singleElement().asString().contains("helloFirst");
    assertThat(wire.after(1_000).isOpen()).isFalse();
  }

  @Test
  void slowSingleBytesDoNotMoveTheDeadline() {
    byte[] hello = Wire.framed(Wire.HELLO);
    for (int second = 0; second < 9; second++) {
      wire.send(new byte[] {hello[second]}).after(1_000);
    }
    assertThat(wire.events()).isEmpty();

    wire.after(1_000);

    assertThat(wire.events()).containsExactly("hello timed out");
  }

  @Test
  void afterWelcomeThereIsNoDeadlineButSilence() {
    wire.frames(Wire.HELLO).after(24_999);
    assertThat(wire.events()).containsExactly("Hello");

    wire.after(1);

    assertThat(wire.events()).containsExactly("Hello", "idle");
    assertThat(wire.isOpen()).isTrue();
  }

  @Test
  void aSingleByteOfAFrameBreaksTheSilence() {
    wire.frames(Wire.HELLO);
    for (int i = 0; i < 4; i++) {
      wire.after(24_000).send(new byte[] {0});
    }
    assertThat(wire.after(24_999).events()).doesNotContain("idle");

    assertThat(wire.after(1).events()).contains("idle");
  }

  @Test
  void whileReadingIsOffSilenceDoesNotCount() {
    wire.frames(Wire.HELLO, STOP_READING).after(60_000);
    assertThat(wire.events()).containsExactly("Hello", "Start");

    wire.session().connection.reading(true);
    assertThat(wire.after(24_999).events()).containsExactly("Hello", "Start");

    assertThat(wire.after(25_000).events()).containsExactly("Hello", "Start", "idle");
  }

  @Test
  void afterTheLossNoTimerRuns() {
    wire.frames(Wire.HELLO);
    wire.channel.close();

    wire.after(60_000);

    assertThat(wire.events()).containsExactly("Hello", "lost");
    assertThat(wire.channel.runScheduledPendingTasks()).isEqualTo(-1);
  }

  // ------------------------------------------------------------------ reading

  @Test
  void whileReadingIsOffNothingMoreIsHandedOverOfWhatWasRead() {
    wire.frames(Wire.HELLO, STOP_READING, SYNC, SYNC, LEAVE);
    assertThat(wire.events()).containsExactly("Hello", "Start");
    assertThat(wire.receivedFrames()).as("answers are not held back with it").hasSize(2);

    wire.session().connection.reading(true);
    assertThat(wire.events()).as("not inside the session's own call").hasSize(2);
    wire.channel.runPendingTasks();

    assertThat(wire.events()).containsExactly("Hello", "Start", "Sync", "Sync", "Leave");
  }

  @Test
  void readingOffAgainHoldsTheRestBack() {
    wire.frames(Wire.HELLO, STOP_READING, SYNC, STOP_READING, SYNC);

    wire.session().connection.reading(true);
    wire.channel.runPendingTasks();

    assertThat(wire.events()).containsExactly("Hello", "Start", "Sync", "Start");
  }

  @Test
  void readingOnAndOffAgainBeforeTheLoopTurnsReadsNothing() {
    wire.frames(Wire.HELLO, STOP_READING, SYNC);

    wire.session().connection.reading(true);
    wire.session().connection.reading(false);
    wire.channel.runPendingTasks();

    assertThat(wire.events()).containsExactly("Hello", "Start");
  }

  // ------------------------------------------------------------------ writing

  @Test
  void theSessionHearsWhenItsAnswersPileUpAndWhenTheyDrain() {
    wire.frames(Wire.HELLO);
    wire.received();
    wire.channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(64, 128));

    for (int i = 0; i < 10; i++) {
      wire.session().send(new ServerMessage.Done(i + 1, null));
    }
    assertThat(wire.session().connection.isWritable()).isFalse();
    wire.session().connection.flush();
    wire.channel.runPendingTasks();

    assertThat(wire.events()).containsExactly("Hello", "not writable", "writable");
    assertThat(wire.receivedFrames()).hasSize(10);
  }

  // ------------------------------------------------------------------ closing

  @Test
  void closingSendsWhatIsQueuedAndReadsOnForASecondWithoutTellingTheSession() {
    wire.frames(Wire.HELLO, LEAVE, SYNC);
    assertThat(wire.receivedFrames()).containsExactly(Wire.DONE,
        "{\"type\":\"bye\",\"code\":\"shutdown\",\"message\":\"Bye.\"}");

    wire.frames(SYNC).after(999);
    assertThat(wire.isOpen()).isTrue();
    wire.after(1);

    assertThat(wire.isOpen()).isFalse();
    assertThat(wire.events()).containsExactly("Hello", "Leave", "lost");
  }

  @Test
  void closingWhileReadingIsOffDropsWhatWasHeldBack() {
    wire.frames(Wire.HELLO, STOP_READING, SYNC);

    wire.session().connection.close(4000);
    wire.channel.runPendingTasks();

    assertThat(wire.events()).containsExactly("Hello", "Start");
    assertThat(wire.after(1_000).isOpen()).isFalse();
  }

  @Test
  void afterClosingNothingIsWrittenAndClosingAgainChangesNothing() {
    wire.frames(Wire.HELLO, LEAVE);
    wire.received();

    wire.session().send(new ServerMessage.Done(1, null));
    wire.session().connection.flush();
    wire.session().connection.reading(false);
    wire.after(500);
    wire.session().connection.close(4001);

    assertThat(wire.received()).isEmpty();
    assertThat(wire.after(500).isOpen()).isFalse();
  }

  @Test
  void aClientThatClosesIsLostAtOnce() {
    wire.frames(Wire.HELLO);

    wire.channel.close();

    assertThat(wire.events()).containsExactly("Hello", "lost");
  }

  @Test
  void aConnectionInMemoryIsOfThisMachine() {
    wire.frames(Wire.HELLO);

    assertThat(wire.session().connection.loopback()).isTrue();
    assertThat(wire.session().connection.refusal()).isNull();
    assertThat(wire.session().connection.address()).isEqualTo("embedded");
    assertThat(wire.session().connection.loop()).isSameAs(wire.channel.eventLoop());
  }
}
