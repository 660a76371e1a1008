package dev.cancha.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketChannelTest {
  private static final String SYNC = "{\"type\":\"sync\"}";
  private static final int TEXT = 0x81;
  private static final int TEXT_BEGINS = 0x01;
  private static final int GOES_ON = 0x00;
  private static final int ENDS = 0x80;
  private static final int BINARY = 0x82;
  private static final int CLOSE = 0x88;
  private static final int PING = 0x89;
  private static final int PONG = 0x8a;

  private Wire wire = Wire.open();

  @AfterEach
  void nothingIsLeft() {
    wire.end();
  }

  // ------------------------------------------------------------------ the upgrade

  @Test
  void theHandshakeIsThatOfTheRfcAndOffersNoExtensions() {
    wire.send(Wire.UPGRADE + "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n");

    assertThat(wire.received().toLowerCase(Locale.ROOT)).startsWith("http/1.1 101 ")
        .contains("sec-websocket-accept: s3pplmbitxaq9kygzzhzrbk+xoo=")
        .doesNotContain("extensions");
  }

  @ParameterizedTest
  @CsvSource({"http://play.example:7777, 101", "HTTP://Play.Example:7777, 101",
    "https://play.example:7777, 101",
    "http://play.example, 403", "http://evil.example:7777, 403", "null, 403", "play.example:7777, 403",
    "http://play.example:7777.evil.example, 403"})
  void aPageMayConnectOnlyToWhereItCameFrom(String origin, int status) {
    wire.send(Wire.UPGRADE + "Origin: " + origin + "\r\n\r\n");

    assertThat(wire.received()).startsWith("HTTP/1.1 " + status);
    assertThat(wire.hasSession()).isEqualTo(status == 101);
  }

  @Test
  void whatIsNotAHandshakeIsRefused() {
    assertThat(refusal("GET /ws HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 426 ")
        .contains("upgrade: websocket");
    assertThat(refusal(Wire.UPGRADE.replace("Version: 13", "Version: 8") + "\r\n"))
        .startsWith("HTTP/1.1 426 ");
    assertThat(refusal(Wire.UPGRADE.replace("Sec-WebSocket-Key", "X-Key") + "\r\n"))
        .startsWith("HTTP/1.1 400 ");
    assertThat(refusal(Wire.UPGRADE.replace("GET", "POST") + "\r\n")).startsWith("HTTP/1.1 400 ");
  }

  private String refusal(String request) {
    wire.end();
    wire = Wire.open();
    String answer = wire.send(request).received();
    assertThat(wire.after(1_000).isOpen()).isFalse();
    return answer;
  }

  @Test
  void whatIsSentBehindTheRequestBeforeItsAnswerIsNoMessage() {
    wire.send(Wire.UPGRADE + "\r\n" + Wire.HELLO);

    assertThat(wire.isOpen()).isFalse();
    assertThat(wire.hasSession()).isFalse();
  }

  @Test
  void theDeadlineForHelloRunsSinceConnecting() {
    wire.after(6_000).upgraded().after(4_000);

    assertThat(wire.events()).containsExactly("hello timed out");
    assertThat(wire.received()).contains("helloFirst").endsWith("\u0088\u0002\u000f\u00a8");
  }

  // ------------------------------------------------------------------ messages

  @Test
  void aTextIsAMessageAndItsAnswerOneText() {
    wire.upgraded().text(Wire.HELLO).text("{\"type\":\"sync\",\"id\":5}");

    assertThat(wire.events()).containsExactly("Hello", "Sync");
    assertThat(wire.received())
        .isEqualTo("\u0081\u000f" + Wire.DONE + "\u0081\u0016{\"type\":\"done\",\"re\":5}");
  }

  @Test
  void messagesAreHandedOverWhereverTheirBytesAreSplit() {
    String longer = "{\"type\":\"sync\",\"x\":\"" + "y".repeat(200) + "\"}";
    byte[] hello = Wire.webSocketBytes(TEXT, Wire.HELLO.getBytes(StandardCharsets.UTF_8));
    byte[] second = Wire.webSocketBytes(TEXT, longer.getBytes(StandardCharsets.UTF_8));
    byte[] both = Arrays.copyOf(hello, hello.length + second.length);
    System.arraycopy(second, 0, both, hello.length, second.length);
    for (int split = 1; split < both.length; split++) {
      wire.end();
      wire = Wire.open().upgraded();

      wire.send(Arrays.copyOf(both, split)).send(Arrays.copyOfRange(both, split, both.length));

      assertThat(wire.events()).containsExactly("Hello", "Sync");
    }
  }

  @Test
  void fragmentsAreOneMessageAlsoWithControlFramesBetween() {
    wire.upgraded()
        .text(Wire.HELLO)
        .webSocketFrame(TEXT_BEGINS, bytes("{\"type\":"))
        .webSocketFrame(PING, bytes("hi"))
        .webSocketFrame(GOES_ON, bytes(""))
        .webSocketFrame(GOES_ON, bytes("\"syn"))
        .webSocketFrame(ENDS, bytes("c\"}"));

    assertThat(wire.events()).containsExactly("Hello", "Sync");
    assertThat(wire.received()).endsWith("\u008a\u0002hi\u0081\u000f" + Wire.DONE);
  }

  @Test
  void aCharacterMayBeSplitBetweenFragmentsAndBrokenUtf8IsBadJson() {
    byte[] text = "{\"type\":\"sync\",\"x\":\"ñ\"}".getBytes(StandardCharsets.UTF_8);
    int inside = text.length - 3;
    wire.upgraded()
        .text(Wire.HELLO)
        .webSocketFrame(TEXT_BEGINS, Arrays.copyOf(text, inside))
        .webSocketFrame(ENDS, Arrays.copyOfRange(text, inside, text.length));
    text[inside] = '"';
    wire.webSocketFrame(TEXT, text);

    assertThat(wire.events()).containsExactly("Hello", "Sync", "BAD_JSON");
    assertThat(wire.isOpen()).isTrue();
  }

  @Test
  void aBinaryMessageIsBadJsonOnceHoweverItIsCut() {
    wire.upgraded()
        .text(Wire.HELLO)
        .webSocketFrame(BINARY, bytes(SYNC))
        .webSocketFrame(0x02, bytes("{"))
        .webSocketFrame(GOES_ON, bytes("a"))
        .webSocketFrame(ENDS, bytes("}"))
        .text(SYNC);

    assertThat(wire.events()).containsExactly("Hello", "BAD_JSON", "BAD_JSON", "Sync");
  }

  // ------------------------------------------------------------------ limits

  @Test
  void beforeWelcome4096BytesPassAndOneMoreDoesNot() {
    wire.upgraded().text(" ".repeat(4_096 - SYNC.length()) + SYNC);
    assertThat(wire.events()).containsExactly("Sync");

    wire.channel.writeInbound(Wire.header(TEXT, 4_097));

    assertThat(wire.events()).containsExactly("Sync", "TOO_LARGE");
    assertThat(wire.received()).contains("tooLarge").endsWith("\u0088\u0002\u000f\u00a5");
  }

  @ParameterizedTest
  @ValueSource(longs = {65_537, 1L << 31, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE, -1})
  void afterWelcomeTheHeaderOfAHugeFrameIsEnough(long length) {
    wire.upgraded().text(Wire.HELLO).text(SYNC + " ".repeat(65_536 - SYNC.length()));
    assertThat(wire.events()).containsExactly("Hello", "Sync");

    wire.channel.writeInbound(Wire.header(TEXT, 0).setByte(1, 0xff).writeLong(length));
    wire.text(SYNC);

    assertThat(wire.events()).containsExactly("Hello", "Sync", "TOO_LARGE");
  }

  @Test
  void fragmentsCountTogether() {
    wire.upgraded()
        .text(Wire.HELLO)
        .webSocketFrame(TEXT_BEGINS, new byte[40_000])
        .webSocketFrame(PING, new byte[100])
        .webSocketFrame(GOES_ON, new byte[25_536]);
    assertThat(wire.events()).containsExactly("Hello");

    wire.webSocketFrame(ENDS, new byte[1]);

    assertThat(wire.events()).containsExactly("Hello", "TOO_LARGE");
  }

  @Test
  void manySmallMessagesAreNotCountedTogether() {
    wire.upgraded();
    for (int i = 0; i < 10; i++) {
      wire.text(SYNC + " ".repeat(4_000));
    }

    assertThat(wire.events()).hasSize(10).containsOnly("Sync");
  }

  // ------------------------------------------------------------------ control frames and closing

  @Test
  void aPingIsAnsweredAndAPongIsNot() {
    wire.upgraded().webSocketFrame(PING, bytes("abc")).webSocketFrame(PONG, bytes("abc"));

    assertThat(wire.received()).isEqualTo("\u008a\u0003abc");
    assertThat(wire.events()).isEmpty();
  }

  @Test
  void aCloseIsAnsweredAndTheConnectionLost() {
    wire.upgraded().text(Wire.HELLO).webSocketFrame(CLOSE, new byte[] {0x03, (byte) 0xe8});

    assertThat(wire.received()).endsWith("\u0088\u0002\u0003\u00e8");
    assertThat(wire.isOpen()).isFalse();
    assertThat(wire.events()).containsExactly("Hello", "lost");
  }

  @Test
  void closingSendsTheCodeAndReadsOnForASecond() {
    wire.upgraded().text(Wire.HELLO).text("{\"type\":\"leave\"}").text(SYNC);

    assertThat(wire.received()).contains("\"bye\"").endsWith("\u0088\u0002\u000f\u00a0");
    assertThat(wire.after(999).isOpen()).isTrue();
    assertThat(wire.after(1).isOpen()).isFalse();
    assertThat(wire.events()).containsExactly("Hello", "Leave", "lost");
  }

  @Test
  void whatBreaksTheRfcIsClosed() {
    assertClosedBy(new byte[] {(byte) 0x81, 0x02, '{', '}'}); // not masked
    assertClosedBy(Wire.webSocketBytes(0x83, bytes("{}"))); // an opcode that nobody has defined
    assertClosedBy(Wire.webSocketBytes(0xc1, bytes("{}"))); // compressed, which was not agreed on
    assertClosedBy(Wire.webSocketBytes(ENDS, bytes("{}"))); // the end of nothing
    assertClosedBy(Wire.webSocketBytes(0x09, bytes("hi"))); // a ping in fragments
    assertClosedBy(Wire.webSocketBytes(PING, new byte[126])); // a ping that is too long
    assertClosedBy(Wire.webSocketBytes(CLOSE, new byte[1])); // half a close code
  }

  private void assertClosedBy(byte[] bytes) {
    wire.end();
    wire = Wire.open().upgraded().text(Wire.HELLO);

    wire.send(bytes);

    assertThat(wire.isOpen()).as(Arrays.toString(bytes)).isFalse();
    assertThat(wire.events()).containsExactly("Hello", "lost");
  }

  @Test
  void aConnectionLostInTheMiddleOfAMessageLeavesNothing() {
    wire.upgraded().text(Wire.HELLO).webSocketFrame(TEXT_BEGINS, bytes("{\"type\":"));

    wire.channel.close();

    assertThat(wire.events()).containsExactly("Hello", "lost");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
