package dev.cancha.common.discovery;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.json.Mismatch;
import dev.cancha.common.message.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Datagrams to bytes and back: {@code CANCHA}, the version of the format, the kind, the nonce in 8 bytes, big-endian;
 * then zeros up to the whole size of a query, or the beacon as JSON.
 */
final class DatagramCodec {
  private static final byte[] MAGIC = "CANCHA".getBytes(StandardCharsets.US_ASCII);
  private static final byte VERSION = 1;
  private static final byte QUERY = 1;
  private static final byte ANSWER = 2;
  private static final int HEADER_BYTES = 16;
  private static final JsonType<Beacon> BEACONS = JsonType.of(Beacon.class);

  private DatagramCodec() {}

  /** The bytes of {@code datagram}; a beacon that is too large is told with fewer rooms, and with fewer games. */
  static byte[] write(Datagram datagram) {
    return switch (datagram) {
      case Datagram.Query query ->
        head(QUERY, query.nonce(), Datagram.BYTES - HEADER_BYTES).array();
      case Datagram.Answer answer -> {
        byte[] json = fitting(answer.beacon());
        yield head(ANSWER, answer.nonce(), json.length).put(json).array();
      }
    };
  }

  private static byte[] fitting(Beacon beacon) {
    Beacon told = beacon;
    byte[] json = BEACONS.write(told).utf8();
    while (json.length > Datagram.BYTES - HEADER_BYTES) {
      told = told.rooms().isEmpty() ? told.withoutLastGame() : told.withRooms(told.rooms().size() - 1);
      json = BEACONS.write(told).utf8();
    }
    return json;
  }

  private static ByteBuffer head(byte kind, long nonce, int more) {
    return ByteBuffer.allocate(HEADER_BYTES + more).put(MAGIC).put(VERSION).put(kind).putLong(nonce);
  }

  /** The datagram that {@code bytes} are, or null where they are none: what is sent to a port may be anything. */
  static @Nullable Datagram read(byte[] bytes) {
    if (bytes.length <= HEADER_BYTES || bytes.length > Datagram.BYTES || bytes[MAGIC.length] != VERSION
        || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      return null;
    }
    long nonce = ByteBuffer.wrap(bytes).getLong(MAGIC.length + 2);
    return switch (bytes[MAGIC.length + 1]) {
      case QUERY -> bytes.length == Datagram.BYTES && nonce != Datagram.UNASKED && zeros(bytes)
          ? new Datagram.Query(nonce)
          : null;
      case ANSWER -> answer(nonce, Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length));
      default -> null;
    };
  }

  private static boolean zeros(byte[] query) {
    for (int i = HEADER_BYTES; i < query.length; i++) {
      if (query[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Datagram answer(long nonce, byte[] json) {
    try {
      return new Datagram.Answer(nonce, BEACONS.read(Json.ofChecked(json)));
    } catch (Mismatch e) {
      return null;
    }
  }
}
