package dev.cancha.common.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Protocol;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.message.ServerMessage.Patch;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {
  private final MessageCodec codec = new MessageCodec();

  static List<ClientMessage> clientSamples() {
    return ClientSamples.all();
  }

  static List<ServerMessage> serverSamples() {
    return ServerSamples.all();
  }

  static Stream<Class<?>> records() {
    return Stream.of(ClientMessage.class, ServerMessage.class).flatMap(MessageCodecTest::recordsOf);
  }

  private static Stream<Class<?>> recordsOf(Class<?> type) {
    return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(MessageCodecTest::recordsOf)
        : Stream.of(type);
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyMessageHasASmallestATypicalAndALargestSample(Class<?> type) {
    Stream<Object> samples = Stream.concat(clientSamples().stream(), serverSamples().stream());

    assertThat(samples.filter(type::isInstance).distinct()).as("samples of %s", type)
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("clientSamples")
  void aClientMessageIsReadAsItWasWritten(ClientMessage message) throws MalformedException {
    assertThat(codec.readClient(Unpooled.wrappedBuffer(codec.write(message)))).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("serverSamples")
  void aServerMessageIsReadAsItWasWritten(ServerMessage message) throws MalformedException {
    assertThat(codec.readServer(Unpooled.wrappedBuffer(codec.write(message)))).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("serverSamples")
  void typeComesFirstAndNothingIsNull(ServerMessage message) {
    String name = message.getClass().getAnnotation(JsonTypeName.class).value();

    String written = new String(codec.write(message), StandardCharsets.UTF_8);

    assertThat(written).startsWith("{\"type\":\"" + name + "\"");
    assertThat(written.replaceAll("\"(t|0)\":null", "")).doesNotContain(":null");
  }

  @ParameterizedTest
  @MethodSource("serverSamples")
  void whatIsEncodedHasTheBytesOfWhatIsWritten(ServerMessage message) {
    byte[] body = codec.write(message);

    Encoded encoded = codec.encode(message);

    assertThat(encoded.bodyBytes()).isEqualTo(body.length);
    ByteBuf frame = encoded.buffer(Framing.FRAMES);
    assertThat(frame.readInt()).isEqualTo(body.length);
    assertThat(ByteBufUtil.getBytes(frame)).isEqualTo(body);
    ByteBuf text = encoded.buffer(Framing.WEBSOCKET);
    assertThat(ByteBufUtil.getBytes(text, text.readableBytes() - body.length, body.length)).isEqualTo(body);
  }

  @Property
  void aPatchIsEncodedAsItIsWritten(
      @ForAll @Size(max = 4) Map<@IntRange(max = 63) Integer, @LongRange(max = Protocol.MAX_INTEGER) Long> acks,
      @ForAll @LongRange(max = Protocol.MAX_INTEGER) long rev, @ForAll @IntRange(max = 3) int events) {
    Json change = Json.ofChecked("{\"ñ\":[1]}");
    Patch patch = new Patch(rev, acks.isEmpty() ? null : new TreeMap<>(acks), change,
        Collections.nCopies(events, change));

    ByteBuf frame = codec.encode(patch).buffer(Framing.FRAMES).skipBytes(Integer.BYTES);

    assertThat(ByteBufUtil.getBytes(frame)).isEqualTo(codec.write(patch));
  }

  @Test
  void theSameMessageIsReadFromMemoryInsideAndOutsideTheHeap() throws MalformedException {
    byte[] bytes = "....{\"type\":\"act\",\"seq\":1,\"action\":{\"column\":3}}"
        .getBytes(StandardCharsets.UTF_8);
    ByteBuf heap = Unpooled.wrappedBuffer(bytes).skipBytes(4);
    ByteBuf direct = Unpooled.directBuffer().writeBytes(bytes).skipBytes(4);
    ClientMessage expected = new ClientMessage.Act(1L, Json.ofChecked("{\"column\":3}"), null);

    assertThat(codec.readClient(heap.slice())).isEqualTo(expected);
    assertThat(codec.readClient(heap)).isEqualTo(expected);
    assertThat(codec.readClient(direct)).isEqualTo(expected);
    assertThat(List.of(heap.readableBytes(), direct.readableBytes())).containsOnly(0);
    direct.release();
  }

  @Test
  void valuesOfGamesKeepTheirBytesExceptForWhiteSpaceBetweenTokens() throws MalformedException {
    ClientMessage message = readClient("""
        {"type":"act", "seq":1, "action" : { "a" : [ 1.50 , -0, 1E+400, true, null ],
          "b c": "d  e\\" { \\\\" , "ñ":"\\u00f1" } , "rev" : 2 }""");

    assertThat(message).isEqualTo(new ClientMessage.Act(1L, Json.ofChecked(
        "{\"a\":[1.50,-0,1E+400,true,null],\"b c\":\"d  e\\\" { \\\\\",\"ñ\":\"\\u00f1\"}"), 2L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "-0", "1.50", "1e9", "true", "false", "null", "\"\"", "\" a \"", "\"\\\"\"",
    "[]",
    "{}", "[1,[2]]", "{\"a\":{\"b\":null}}"})
  void anEchoIsAnyValueWhereverItStands(String t) throws MalformedException {
    ClientMessage expected = new ClientMessage.Ping(7, Json.ofChecked(t));

    assertThat(readClient("{\"type\":\"ping\",\"id\":7,\"t\":" + t + "}")).isEqualTo(expected);
    assertThat(readClient("{ \"t\" : " + t + " , \"id\" : 7 , \"type\" : \"ping\" }")).isEqualTo(expected);
  }

  @Test
  void aNullReadsAsAbsent() throws MalformedException {
    assertThat(readClient("""
        {"type":"create","game":"dudo","id":null,"options":null,"settings":null,"seats":null,"visibility":null,
         "password":null,"bots":null,"spectate":null}"""))
        .isEqualTo(new ClientMessage.Create(null, "dudo", null, null, null, null, null, null, null));
  }

  @Test
  void typeMayStandAnywhere() throws MalformedException {
    ClientMessage expected = new ClientMessage.Say(3, "hola");

    assertThat(readClient("{\"text\":\"hola\",\"type\":\"chat\",\"id\":3}")).isEqualTo(expected);
    assertThat(readClient("{\"x\":{\"type\":\"sync\"},\"id\":3,\"text\":\"hola\",\"type\":\"chat\"}"))
        .isEqualTo(expected);
    assertThat(readClient("{\"\\u0074ype\":\"chat\",\"id\":3,\"text\":\"hola\"}")).isEqualTo(expected);
  }

  @Test
  void unknownMembersAreIgnoredWhateverTheyHold() throws MalformedException {
    String deep = "[".repeat(31) + "]".repeat(31);
    String members = List
        .of("\"a\":" + deep, "\"b\":" + "9".repeat(10_000), "\"c\":1." + "0".repeat(2_000) + "e-400",
            "\"d\":\"" + "x".repeat(30_000) + "\"", "\"" + "n".repeat(10_000) + "\":{\"type\":1,\"id\":[]}",
            "\"e\":\"\\ud800\"")
        .stream()
        .collect(Collectors.joining(","));

    assertThat(readClient("{\"type\":\"sync\"," + members + ",\"id\":5}"))
        .isEqualTo(new ClientMessage.Sync(5));
    assertThat(readClient("{" + members + ",\"id\":5,\"type\":\"sync\"}"))
        .isEqualTo(new ClientMessage.Sync(5));
  }

  @Test
  void aClientIgnoresTypesOfServersAfterItsTime() throws MalformedException {
    assertThat(readServer("{\"type\":\"fireworks\",\"colour\":\"red\"}")).isNull();
  }

  @Test
  void aClientReadsDocumentsOfAMegabyteAndDepth64() throws MalformedException {
    String doc = "{\"a\":".repeat(62) + "\"" + "x".repeat(1_000_000) + "\"" + "}".repeat(62);

    assertThat(readServer("{\"type\":\"patch\",\"rev\":1,\"patch\":" + doc + ",\"then\":1}"))
        .isEqualTo(new ServerMessage.Patch(1, null, Json.ofChecked(doc), null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"type\":\"patch\",\"rev\":1}", "{\"type\":\"room\",\"rev\":1}",
    "{\"type\":\"done\",\"rev\":\"1\"}",
    "{\"type\":\"error\",\"code\":\"oops\",\"message\":\"\"}", "{\"type\":\"rooms\",\"rooms\":{}}",
    "{\"type\":\"patch\",\"rev\":1,\"patch\":{},\"acks\":{\"x\":1}}", "{\"rev\":1}"})
  void aServerMessageThatIsNoneIsRefused(String text) {
    MalformedException refusal = catchThrowableOfType(MalformedException.class, () -> readServer(text));

    assertThat(refusal.malformed().code()).isEqualTo(ErrorCode.BAD_MESSAGE);
  }

  private ClientMessage readClient(String text) throws MalformedException {
    return codec.readClient(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
  }

  private ServerMessage readServer(String text) throws MalformedException {
    return codec.readServer(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
  }
}
