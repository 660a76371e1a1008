package dev.cancha.server.acceptance;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever a connection sends, it ends as the protocol says, and two who play meanwhile notice nothing. */
class HellIT {
  private static RealServer server;
  private static HonestPair honest;

  @BeforeAll
  static void start() throws Exception {
    server = RealServer.start();
    honest = new HonestPair(server);
  }

  @AfterAll
  static void thePairPlayedAllTheWhile() throws Exception {
    try (RealServer _ = server; HonestPair pair = honest) {
      assertThat(pair.stop()).as("matches").isPositive();
      server.nothingIsLeft();
    }
  }

  @Test
  void everyFirstByteThatIsNoLanguageIsClosedWithoutAnAnswer() throws Exception {
    for (int first = 1; first < 256; first++) {
      boolean letter = (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
      if (!letter) {
        try (Hell hell = new Hell(server)) {
          hell.send(new byte[] {(byte) first, 1, 2, 3});
          assertThat(hell.untilTheEnd()).as("after the first byte %s", first).isEmpty();
        }
      }
    }
  }

  @Test
  void lengthsAreJudgedBeforeTheirBodies() throws Exception {
    assertThat(endOf(Hell.prefix(0))).containsExactly("badJson");
    for (long length : new long[] {4_097, 65_536, 1 << 20, 0xff_ffff}) {
      assertThat(endOf(Hell.prefix(length))).as("before welcome: %s", length).containsExactly("tooLarge");
    }
    byte[] hello = Hell.frame(Hell.ascii(Hell.HELLO));
    for (long length : new long[] {65_537, 1 << 20, 0xff_ffff, 0x100_0000, 0x7fff_ffff, 0x8000_0000L,
      0xffff_ffffL}) {
      assertThat(endOf(Hell.join(hello, Hell.prefix(length)))).as("after welcome: %s", length)
          .containsExactly("welcome", "tooLarge");
    }
    // the largest that may be, and one more
    assertThat(endOf(Hell.join(helloOf(4_096), Hell.prefix(0xffff_ffffL)))).startsWith("welcome");
    assertThat(endOf(helloOf(4_097))).containsExactly("tooLarge");
    byte[] largest = Hell.frame(padded("{\"type\":\"nonsense\",\"pad\":\"", 65_536));
    assertThat(endOf(Hell.join(hello, largest, Hell.prefix(0x7fff_ffff))))
        .containsExactly("welcome", "unknownType", "tooLarge");
  }

  @Test
  void aConversationMayBeSplitAtEveryByte() throws Exception {
    byte[] bytes = Hell.join(Hell.frame(Hell.ascii(Hell.HELLO)), Hell.frame(Hell.ascii(Hell.PING)));
    for (int split = 1; split < bytes.length; split++) {
      try (Hell hell = new Hell(server)) {
        hell.send(Arrays.copyOf(bytes, split));
        hell.send(Arrays.copyOfRange(bytes, split, bytes.length));
        hell.end();
        List<String> answers = hell.framesUntilTheEnd();
        assertThat(answers).as("split at %s", split).hasSize(2);
        assertThat(answers.getFirst()).startsWith("{\"type\":\"welcome\"");
        assertThat(answers.getLast()).startsWith("{\"type\":\"pong\",\"t\":6,");
      }
    }
    try (Hell hell = new Hell(server)) {
      for (byte b : bytes) {
        hell.send(new byte[] {b});
      }
      hell.end();
      assertThat(hell.framesUntilTheEnd()).hasSize(2);
    }
  }

  @Test
  void whatIsCutOffInTheMiddleHasNoEffect() throws Exception {
    byte[] bytes = Hell.join(Hell.frame(Hell.ascii(Hell.HELLO)),
        Hell.frame(Hell.ascii("{\"type\":\"create\",\"game\":\"dudo\"}")));
    for (int length = 0; length < bytes.length; length++) {
      try (Hell hell = new Hell(server)) {
        hell.send(Arrays.copyOf(bytes, length));
        if (length % 2 == 0) {
          hell.reset();
        } else {
          hell.end();
          hell.untilTheEnd();
        }
      }
    }
    assertThat(server.holdings().rooms()).as("that of the honest pair alone").isOne();
  }

  @Test
  void randomBytesAreRefusedAndClosed() throws Exception {
    Random random = new Random(13);
    for (int round = 0; round < 200; round++) {
      byte[] body = new byte[1 + random.nextInt(4_000)];
      random.nextBytes(body);
      assertThat(endOf(Hell.frame(body))).as("round %s", round).containsExactly("badJson");
    }
    for (int round = 0; round < 200; round++) {
      byte[] bytes = new byte[5_000];
      random.nextBytes(bytes);
      bytes[0] = new byte[] {'G', 'z', 0, 0}[round % 4];
      bytes[1] = bytes[0] == 0 ? 1 : bytes[1]; // a frame of more than 65,536 bytes
      try (Hell hell = new Hell(server)) {
        hell.send(bytes);
        hell.end();
        String answer = new String(hell.untilTheEnd(), UTF_8);
        assertThat(answer).as("round %s", round)
            .containsPattern(bytes[0] == 0 ? "tooLarge" : "^$|^HTTP/1.1 4..");
      }
    }
  }

  @Test
  void jsonFromHellIsRefusedAndChangesNothing() throws Exception {
    for (byte[] bad : badJson()) {
      // before welcome it closes ...
      if (bad.length <= 4_096) {
        assertThat(endOf(Hell.frame(bad))).as(new String(bad, UTF_8)).containsExactly("badJson");
      }
      // ... and after it the connection goes on
      try (Hell hell = new Hell(server)) {
        hell.send(Hell.join(Hell.frame(Hell.ascii(Hell.HELLO)), Hell.frame(bad),
            Hell.frame(Hell.ascii(Hell.PING))));
        hell.end();
        List<String> answers = hell.framesUntilTheEnd();
        assertThat(answers).as(start(bad)).hasSize(3);
        assertThat(Hell.errorCode(answers.get(1))).as(start(bad)).isEqualTo("badJson");
        assertThat(answers.get(2)).startsWith("{\"type\":\"pong\"");
      }
    }
  }

  private static List<byte[]> badJson() {
    List<byte[]> bad = new ArrayList<>();
    for (String text : List.of("{", "}", "[]", "1", "null", "\"hello\"", " ", "{} {}", "{\"type\":\"ping\"}x",
        "{\"type\":\"ping\",\"type\":\"ping\"}", "{'type':'ping'}", "{\"type\":\"ping\",}",
        "{\"type\":\"pi\nng\"}",
        "{\"t\":NaN}", "{\"t\":01}", "{\"t\":+1}", "{\"type\":\"ping\"}\0", "{\"type\":\"\\x\"}",
        "{\"a\":\"\\ud8\"}",
        "{\"t\":" + "[".repeat(32) + "]".repeat(32) + "}", "[".repeat(4_000), "{\"a\":".repeat(800))) {
      bad.add(text.getBytes(UTF_8));
    }
    bad.add(Hell.ascii("[".repeat(65_536)));
    bad.add(Hell.ascii("{\"a\":".repeat(13_000)));
    // not UTF-8: a lone continuation, an overlong slash, a surrogate, a character cut off, above U+10FFFF
    for (byte[] wrong : new byte[][] {{(byte) 0x80}, {(byte) 0xc0, (byte) 0xaf},
      {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
      {(byte) 0xe2, (byte) 0x82}, {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80}, {(byte) 0xff}}) {
      bad.add(Hell.join(Hell.ascii("{\"type\":\"chat\",\"text\":\""), wrong, Hell.ascii("\"}")));
    }
    bad.add(Hell.join(new byte[] {(byte) 0xff, (byte) 0xfe}, "{}".getBytes(UTF_16LE)));
    return bad;
  }

  @Test
  void aWebSocketFromHellIsClosedWithTheCodeOfTheReason() throws Exception {
    byte[] hello = Hell.ascii(Hell.HELLO);
    assertThat(closeCode(0x82, hello)).as("binary").isEqualTo(4006);
    assertThat(closeCode(0x81, Hell.ascii("{"))).as("bad JSON").isEqualTo(4006);
    assertThat(closeCode(0x81, Hell.ascii("{\"type\":\"ping\"}"))).as("no hello").isEqualTo(4008);
    assertThat(closeCode(0x81, new byte[4_097])).as("too large").isEqualTo(4005);
    assertThat(closeCode(0x81, Hell.ascii("{\"type\":\"hello\"}"))).as("no name").isEqualTo(4007);
    assertThat(closeCode(0x81, new byte[] {'{', (byte) 0xff, '}'})).as("no UTF-8").isEqualTo(4006);
    assertThat(closeCode(0x80, hello)).as("a continuation of nothing").isBetween(1000, 1015);
    assertThat(closeCode(0xf1, hello)).as("reserved bits").isBetween(1000, 1015);
    assertThat(closeCode(0x83, hello)).as("a reserved kind").isBetween(1000, 1015);
    assertThat(closeCode(0x89, new byte[126])).as("a control frame too long").isBetween(1000, 1015);
  }

  @Test
  void endlessHeadersAreRefused() throws Exception {
    refusesEndless("GET / HTTP/1.1\r\n", "X-Hell: " + "a".repeat(1_000) + "\r\n");
    refusesEndless("GET /", "a".repeat(1_000));
  }

  private static void refusesEndless(String begin, String more) throws Exception {
    try (Hell hell = new Hell(server)) {
      hell.send(Hell.ascii(begin));
      try (Drip drip = new Drip(hell, Hell.ascii(more), 10)) {
        assertThat(new String(hell.untilTheEnd(), UTF_8)).startsWith("HTTP/1.1 431 ");
        drip.untilRefused();
      }
    }
  }

  /** All at once, since the protocol grants each of them its ten seconds. */
  @Test
  void whoeverIsNotDoneWithinTenSecondsIsClosed() throws Exception {
    long begun = System.nanoTime();
    try (Hell silent = new Hell(server);
        Hell half = new Hell(server);
        Hell trickle = new Hell(server);
        Hell headers = new Hell(server);
        Hell webSocket = new Hell(server)) {
      half.send(Arrays.copyOf(Hell.frame(Hell.ascii(Hell.HELLO)), 12));
      trickle.send(Hell.prefix(4_096));
      headers.send(Hell.ascii("GET / HTTP/1.1\r\n"));
      webSocket.send(Hell.ascii("GET /ws HTTP/1.1\r\nHost: x\r\n"));
      byte[] single = {'a'};
      try (Drip body = new Drip(trickle, single, 100); Drip header = new Drip(headers, single, 100)) {
        assertThat(codes(silent.framesUntilTheEnd())).containsExactly("helloFirst");
        assertThat(codes(half.framesUntilTheEnd())).containsExactly("helloFirst");
        assertThat(codes(trickle.framesUntilTheEnd())).containsExactly("helloFirst");
        assertThat(new String(headers.untilTheEnd(), UTF_8)).startsWith("HTTP/1.1 408 ");
        assertThat(new String(webSocket.untilTheEnd(), UTF_8)).startsWith("HTTP/1.1 408 ");
        body.untilRefused();
        header.untilRefused();
      }
    }
    assertThat(System.nanoTime() - begun).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(9_500));
  }

  // ------------------------------------------------------------------ what comes back

  /** The types of the messages, and of errors the code, that come back for {@code bytes} until the server closes. */
  private static List<String> endOf(byte[] bytes) throws IOException {
    try (Hell hell = new Hell(server)) {
      hell.send(bytes);
      return codes(hell.framesUntilTheEnd());
    }
  }

  private static List<String> codes(List<String> messages) {
    return messages.stream()
        .map(message -> message.startsWith("{\"type\":\"error\"")
            ? Hell.errorCode(message)
            : RawClient.MAPPER.readTree(message).path("type").stringValue())
        .toList();
  }

  private static int closeCode(int first, byte[] payload) throws IOException {
    try (WebSocketLine line = new WebSocketLine(Line.socket(server))) {
      line.send(first, payload);
      for (String message = line.receive(); message != null; message = line.receive()) {
        Hell.errorCode(message);
      }
      return line.closeCode();
    }
  }

  private static byte[] helloOf(int bytes) {
    return Hell.frame(padded("{\"type\":\"hello\",\"name\":\"Hades\",\"pad\":\"", bytes));
  }

  private static byte[] padded(String start, int bytes) {
    return Hell.ascii(start + "x".repeat(bytes - start.length() - 2) + "\"}");
  }

  private static String start(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, 60), UTF_8);
  }
}
