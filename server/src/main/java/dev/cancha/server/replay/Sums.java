package dev.cancha.server.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a file's lines: each is over its line and the sum before it, so that no line can be changed, lost, moved
 * or added without the first such line being known. They tell damage from a difference of rules; they are no signature.
 * Owner: whoever writes or reads the file.
 */
final class Sums {
  private static final byte[] MEMBER = ",\"sum\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final int HEX_DIGITS = 16;
  private static final int TAIL = MEMBER.length + HEX_DIGITS + 2;

  private byte[] last = {};

  /** {@code object} with its sum as its last member. */
  byte[] seal(byte[] object) {
    byte[] sum = sum(object, object.length - 1);
    byte[] sealed = Arrays.copyOf(object, object.length - 1 + TAIL);
    System.arraycopy(MEMBER, 0, sealed, object.length - 1, MEMBER.length);
    System.arraycopy(sum, 0, sealed, object.length - 1 + MEMBER.length, HEX_DIGITS);
    sealed[sealed.length - 2] = '"';
    sealed[sealed.length - 1] = '}';
    last = sum;
    return sealed;
  }

  /** The object that was sealed; null where {@code line} is not what was written here. */
  byte @Nullable [] open(byte[] line) {
    if (!looksSealed(line)) {
      return null;
    }
    int length = line.length - TAIL;
    byte[] sum = sum(line, length);
    if (!Arrays.equals(sum, 0, HEX_DIGITS, line, length + MEMBER.length, line.length - 2)) {
      return null;
    }
    last = sum;
    byte[] object = Arrays.copyOf(line, length + 1);
    object[length] = '}';
    return object;
  }

  /** Whether there is a sum at the end of {@code line}, right or wrong. */
  static boolean looksSealed(byte[] line) {
    int at = line.length - TAIL;
    return at > 0 && Arrays.equals(MEMBER, 0, MEMBER.length, line, at, at + MEMBER.length)
        && line[line.length - 2] == '"' && line[line.length - 1] == '}';
  }

  private byte[] sum(byte[] line, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(last);
      digest.update(line, 0, length);
      return HexFormat.of().formatHex(digest.digest(), 0, HEX_DIGITS / 2).getBytes(StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
