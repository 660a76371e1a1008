package dev.cancha.app.load;

import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a bare client needs of a patch, taken from its first bytes: reading it as JSON would cost the crowd more than
 * the server's work costs the server. It relies on the order in which our codec writes members, which a client must
 * not; a test holds the two together.
 *
 * @param seat whose act it answers, or -1
 * @param seq that act's number
 */
record PatchHead(long rev, int seat, long seq) {
  private static final byte[] START = "{\"type\":\"patch\",\"rev\":".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ACKS = ",\"acks\":{\"".getBytes(StandardCharsets.US_ASCII);

  /** The head of the message at {@code from} in {@code bytes}, or null where it is no patch. */
  static @Nullable PatchHead read(ByteBuf bytes, int from, int length) {
    int to = from + length;
    if (!startsWith(bytes, from, to, START)) {
      return null;
    }
    Digits rev = Digits.at(bytes, from + START.length, to);
    if (!startsWith(bytes, rev.end, to, ACKS)) {
      return new PatchHead(rev.value, -1, 0);
    }
    Digits seat = Digits.at(bytes, rev.end + ACKS.length, to);
    // a quote and a colon stand between a key and its value
    Digits seq = Digits.at(bytes, seat.end + 2, to);
    return new PatchHead(rev.value, (int) seat.value, seq.value);
  }

  private static boolean startsWith(ByteBuf bytes, int from, int to, byte[] start) {
    if (to - from < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (bytes.getByte(from + i) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** A number being read. */
  private static final class Digits implements ByteProcessor {
    private long value;
    private int end;

    static Digits at(ByteBuf bytes, int from, int to) {
      Digits digits = new Digits();
      int stopped = bytes.forEachByte(from, to - from, digits);
      digits.end = stopped < 0 ? to : stopped;
      return digits;
    }

    @Override
    public boolean process(byte digit) {
      if (digit < '0' || digit > '9') {
        return false;
      }
      value = value * 10 + (digit - '0');
      return true;
    }
  }
}
