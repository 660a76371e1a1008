package dev.cancha.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Protocol;
import dev.cancha.common.message.ServerMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the codec against docs/protocol/golden-frames.txt, which is written by hand; its header explains a line. */
class GoldenFramesTest {
  /** What is refused by who is speaking and not by how it is written: to the codec these are messages. */
  private static final Set<String> REFUSED_BY_THE_SESSION = Set.of("helloFirst", "alreadyWelcome",
      "unsupportedProtocol");

  private final MessageCodec codec = new MessageCodec();

  static List<String> lines() throws IOException {
    return Files.readAllLines(Path.of("..", "docs", "protocol", "golden-frames.txt"));
  }

  static Stream<String> clientFrames() throws IOException {
    return marked(">");
  }

  static Stream<String> serverFrames() throws IOException {
    return marked("<");
  }

  static Stream<String> refusals() throws IOException {
    return Stream.concat(marked("!"), marked("^"));
  }

  private static Stream<String> marked(String mark) throws IOException {
    return lines().stream().filter(line -> line.startsWith(mark));
  }

  @Test
  void everyLineIsOfAKindThatIsTested() throws IOException {
    assertThat(lines()).allMatch(line -> line.isBlank() || "#><~!^".indexOf(line.charAt(0)) >= 0);
  }

  @ParameterizedTest
  @MethodSource("clientFrames")
  void aClientsFrameIsReadAndWrittenAsItStands(String line) throws MalformedException {
    byte[] body = body(line);

    ClientMessage message = codec.readClient(Unpooled.wrappedBuffer(body));

    assertThat(new String(codec.write(message), StandardCharsets.UTF_8)).isEqualTo(text(line));
    assertThat(frameOf(codec.write(message))).isEqualTo(frame(line));
  }

  @ParameterizedTest
  @MethodSource("serverFrames")
  void aServersFrameIsReadAndWrittenAsItStands(String line) throws MalformedException {
    ServerMessage message = codec.readServer(Unpooled.wrappedBuffer(body(line)));

    assertThat(new String(codec.write(message), StandardCharsets.UTF_8)).isEqualTo(text(line));
    assertThat(frameOf(codec.write(message))).isEqualTo(frame(line));
  }

  @Test
  void otherWaysToWriteAMessageAreReadAsTheSame() throws IOException, MalformedException {
    ClientMessage expected = null;
    int compared = 0;
    for (String line : lines()) {
      if (line.startsWith("> ")) {
        expected = codec.readClient(Unpooled.wrappedBuffer(body(line)));
      } else if (line.startsWith("~ ")) {
        byte[] other = line.substring(2).getBytes(StandardCharsets.UTF_8);
        assertThat(codec.readClient(Unpooled.wrappedBuffer(other))).as(line).isEqualTo(expected);
        compared++;
      }
    }
    assertThat(compared).isPositive();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatIsRefusedGetsItsCodeAndItsNumber(String line) {
    String[] parts = line.split(" ", 5);
    byte[] bytes = switch (parts[3]) {
      case "text" -> frameOf(parts[4].getBytes(StandardCharsets.UTF_8));
      case "hex" -> frameOf(HexFormat.of().parseHex(parts[4]));
      default -> HexFormat.of().parseHex(parts[4]);
    };
    int limit = parts[0].equals("^") ? Protocol.MAX_HELLO_BYTES : Protocol.MAX_CLIENT_BYTES;

    String answer = REFUSED_BY_THE_SESSION.contains(parts[1]) ? "a message" : parts[1] + " " + parts[2];
    assertThat(answerTo(bytes, limit)).isEqualTo(answer);
  }

  /** What a server would make of {@code bytes}. */
  private String answerTo(byte[] bytes, int limit) {
    EmbeddedChannel channel = new EmbeddedChannel(new FrameDecoder(limit));
    channel.writeInbound(Unpooled.wrappedBuffer(bytes));
    Object decoded = channel.readInbound();
    try {
      if (decoded instanceof ByteBuf body) {
        codec.readClient(body);
        body.release();
        return "a message";
      }
      return answer((Malformed) decoded);
    } catch (MalformedException e) {
      return answer(e.malformed());
    } finally {
      channel.finishAndReleaseAll();
    }
  }

  private static String answer(Malformed malformed) {
    String number = malformed.re() != null ? "re=" + malformed.re()
        : malformed.seq() != null ? "seq=" + malformed.seq() : "-";
    return WireNames.of(malformed.code()) + " " + number;
  }

  private static String text(String line) {
    return line.split(" ", 3)[2];
  }

  private static byte[] body(String line) {
    return text(line).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] frame(String line) {
    return HexFormat.of().parseHex(line.split(" ", 3)[1] + HexFormat.of().formatHex(body(line)));
  }

  private static byte[] frameOf(byte[] body) {
    ByteBuf frame = new Encoded(body).buffer(Framing.FRAMES);
    byte[] bytes = new byte[frame.readableBytes()];
    frame.readBytes(bytes);
    return bytes;
  }
}
