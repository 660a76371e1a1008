package dev.cancha.common.wire;

import dev.cancha.common.message.Json;
import java.nio.charset.StandardCharsets;

/** JSON in the making, in an array of exactly its length. Owner: the call that writes. */
final class JsonBytes {
  private final byte[] bytes;
  private int at;

  /** {@code reserved}: so many bytes at the beginning are left for someone else to fill. */
  JsonBytes(int reserved, int length) {
    bytes = new byte[reserved + length];
    at = reserved;
  }

  byte[] bytes() {
    return bytes;
  }

  void put(byte[] all) {
    System.arraycopy(all, 0, bytes, at, all.length);
    at += all.length;
  }

  void put(Json json) {
    put(json.utf8());
  }

  void put(char ascii) {
    bytes[at++] = (byte) ascii;
  }

  void put(long number) {
    int end = at + digits(number);
    long rest = number;
    for (int i = end - 1; i >= at; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    at = end;
  }

  /** How many digits {@code number} has, which is not negative. */
  static int digits(long number) {
    if (number < 0) {
      throw new IllegalArgumentException(number + " is negative: no revision, seat or act has such a number");
    }
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
