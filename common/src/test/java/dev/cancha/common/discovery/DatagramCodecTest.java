package dev.cancha.common.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of {@code docs/protocol/discovery.md}. A change to them is a change of the protocol. */
class DatagramCodecTest {
  private static final String ANSWER_HEAD = "43414e434841" + "01" + "02";
  private static final String BEACON = """
      {"id":"0123456789abcdef","name":"Liceo 7","version":"0.1.0","protocol":1,"port":7777,\
      "games":{"connectFour":"1","snake":"1"},\
      "rooms":[{"code":"KX3F","game":"connectFour","phase":"lobby","seats":2,"taken":1,"locked":false}],"more":0}""";

  @Test
  void aQueryIsItsHeadAndZerosUpToItsWholeSize() {
    byte[] query = DatagramCodec.write(new Datagram.Query(0x0102030405060708L));
    assertThat(query).hasSize(1_200).startsWith(hex("43414e434841" + "01" + "01" + "0102030405060708"));
    assertThat(Arrays.copyOfRange(query, 16, 1_200)).containsOnly(0);
    assertThat(DatagramCodec.read(query)).isEqualTo(new Datagram.Query(0x0102030405060708L));
  }

  @Test
  void anAnswerIsItsHeadAndTheBeaconAsJson() {
    Datagram.Answer answer = new Datagram.Answer(0x0102030405060708L,
        Beacons.of("0123456789abcdef", "connectFour",
            "snake"));
    byte[] bytes = answer("0102030405060708", BEACON);
    assertThat(DatagramCodec.write(answer)).asString(StandardCharsets.ISO_8859_1)
        .isEqualTo(new String(bytes, StandardCharsets.ISO_8859_1));
    assertThat(DatagramCodec.read(bytes)).isEqualTo(answer);
  }

  @Test
  void anAnnouncementIsAnAnswerWithoutANonce() {
    assertThat(DatagramCodec.read(answer("0000000000000000", BEACON))).isInstanceOfSatisfying(
        Datagram.Answer.class,
        answer -> assertThat(answer.nonce()).isEqualTo(Datagram.UNASKED));
  }

  @Test
  void membersOfALaterVersionAreLeft() {
    String later = BEACON.replace("\"more\":0", "\"more\":0,\"motd\":[\"hola\"]");
    assertThat(DatagramCodec.read(answer("0102030405060708", later))).isInstanceOf(Datagram.Answer.class);
  }

  @Test
  void theLargestServerFitsWithFewerRoomsAndThenFewerGames() {
    String[] games = new String[Beacon.MAX_GAMES];
    Arrays.setAll(games, i -> "aGameWithAVeryLongName" + i);
    Beacon small = Beacons.of("0123456789abcdef", games);
    Beacon large = new Beacon(small.id(), "ñ".repeat(40), "v".repeat(40), 1, 65_535, small.games(),
        Collections.nCopies(Beacon.MAX_ROOMS, Beacons.ROOM), 7);
    byte[] bytes = DatagramCodec.write(new Datagram.Answer(1, large));
    assertThat(bytes.length).isLessThanOrEqualTo(1_200);
    assertThat(DatagramCodec.read(bytes)).isInstanceOfSatisfying(Datagram.Answer.class, answer -> {
      assertThat(answer.beacon().rooms()).isEmpty();
      assertThat(answer.beacon().more()).isEqualTo(17);
      assertThat(answer.beacon().games()).isNotEmpty().hasSizeLessThan(Beacon.MAX_GAMES);
    });
  }

  @Test
  void tenRoomsOfTheGamesThatShipFit() {
    Beacon small = Beacons.of("0123456789abcdef", "connectFour", "dudo", "snake");
    Beacon ten = new Beacon(small.id(), "Liceo 7", "0.1.0-SNAPSHOT", 1, 7777, small.games(),
        Collections.nCopies(Beacon.MAX_ROOMS, Beacons.ROOM), 0);
    assertThat(DatagramCodec.read(DatagramCodec.write(new Datagram.Answer(1, ten))))
        .isEqualTo(new Datagram.Answer(1, ten));
  }

  @Test
  void whatIsNoDatagramIsNull() {
    byte[] query = DatagramCodec.write(new Datagram.Query(1));
    assertThat(DatagramCodec.read(new byte[0])).isNull();
    assertThat(DatagramCodec.read(new byte[1_200])).isNull();
    assertThat(DatagramCodec.read(Arrays.copyOf(query, 1_199))).as("too short to be answered").isNull();
    assertThat(DatagramCodec.read(Arrays.copyOf(query, 1_201))).as("too long").isNull();
    assertThat(DatagramCodec.read(Arrays.copyOf(query, 16))).isNull();
    assertThat(DatagramCodec.read(changed(query, 0, 'c'))).as("another magic").isNull();
    assertThat(DatagramCodec.read(changed(query, 6, 2))).as("another version").isNull();
    assertThat(DatagramCodec.read(changed(query, 7, 3))).as("another kind").isNull();
    assertThat(DatagramCodec.read(changed(query, 15, 0))).as("no nonce").isNull();
    assertThat(DatagramCodec.read(changed(query, 1_199, 1))).as("something behind the query").isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{}", "\u0000", "{\"id\":\"0123456789abcdef\"}"})
  void anAnswerThatIsNoBeaconIsNull(String json) {
    assertThat(DatagramCodec.read(answer("0000000000000001", json))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0123456789abcdef|0123456789ABCDEF", "Liceo 7|Lic\\u001b[2Jo", "Liceo 7|", "7777|0",
    "7777|70000", "7777|\"7777\"", "7777|7777.0", "KX3F|KX3FABCD", "KX3F|kx3f", "KX3F|KX0F", "lobby|paused",
    "\"taken\":1|\"taken\":3", "\"more\":0|\"more\":-1", "\"more\":0|\"more\":0,\"more\":1",
    "\"connectFour\":\"1\"|\"../etc\":\"1\"", "\"more\":0}|\"more\":0} {}", "\"rooms\":|\"room\":"})
  void aBeaconWithAnythingWrongIsNull(String change) {
    String[] sides = change.split("\\|", -1);
    assertThat(BEACON).contains(sides[0]);
    assertThat(DatagramCodec.read(answer("0000000000000001", BEACON.replace(sides[0], sides[1])))).isNull();
  }

  @Test
  void aQueryNeedsANonce() {
    assertThatThrownBy(() -> new Datagram.Query(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] answer(String nonce, String json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(hex(ANSWER_HEAD + nonce));
    bytes.writeBytes(json.getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private static byte[] changed(byte[] bytes, int at, int value) {
    byte[] copy = bytes.clone();
    copy[at] = (byte) value;
    return copy;
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
