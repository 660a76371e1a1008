package dev.cancha.common.wire;

import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage.Patch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Writes a patch by hand, since it is what a server sends most: all that is large in it is JSON already, so that little
 * is left to do but to put bytes side by side. A test holds the result to that of {@link MessageWriter}, byte by byte.
 * Owner: the call that writes.
 */
final class PatchWriter {
  private static final byte[] REV = ascii("{\"type\":\"patch\",\"rev\":");
  private static final byte[] ACKS = ascii(",\"acks\":{");
  private static final byte[] PATCH = ascii(",\"patch\":");
  private static final byte[] EVENTS = ascii(",\"events\":[");

  private final byte[] bytes;
  private int at;

  private PatchWriter(int length, int from) {
    bytes = new byte[length];
    at = from;
  }

  /** The message in an array that begins with {@code reserved} bytes for someone else to fill. */
  static byte[] write(Patch patch, int reserved) {
    PatchWriter writer = new PatchWriter(reserved + length(patch), reserved);
    writer.put(patch);
    return writer.bytes;
  }

  private void put(Patch patch) {
    put(REV);
    put(patch.rev());
    SortedMap<Integer, Long> acks = patch.acks();
    if (acks != null) {
      put(ACKS);
      int count = 0;
      for (Map.Entry<Integer, Long> ack : acks.entrySet()) {
        if (count++ > 0) {
          put(',');
        }
        put('"');
        put(ack.getKey());
        put('"');
        put(':');
        put(ack.getValue());
      }
      put('}');
    }
    put(PATCH);
    put(patch.patch().utf8());
    List<Json> events = patch.events();
    if (events != null) {
      put(EVENTS);
      for (int i = 0; i < events.size(); i++) {
        if (i > 0) {
          put(',');
        }
        put(events.get(i).utf8());
      }
      put(']');
    }
    put('}');
  }

  private static int length(Patch patch) {
    int length = REV.length + digits(patch.rev()) + PATCH.length + patch.patch().length() + 1;
    SortedMap<Integer, Long> acks = patch.acks();
    if (acks != null) {
      // quotes and a colon with each, commas between them, and the brace at the end
      length += ACKS.length + 3 * acks.size() + commas(acks.size()) + 1;
      for (Map.Entry<Integer, Long> ack : acks.entrySet()) {
        length += digits(ack.getKey()) + digits(ack.getValue());
      }
    }
    List<Json> events = patch.events();
    if (events != null) {
      length += EVENTS.length + commas(events.size()) + 1;
      for (Json event : events) {
        length += event.length();
      }
    }
    return length;
  }

  private static int commas(int size) {
    return Math.max(0, size - 1);
  }

  private void put(byte[] all) {
    System.arraycopy(all, 0, bytes, at, all.length);
    at += all.length;
  }

  private void put(char ascii) {
    bytes[at++] = (byte) ascii;
  }

  private void put(long number) {
    int end = at + digits(number);
    long rest = number;
    for (int i = end - 1; i >= at; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    at = end;
  }

  /** How many digits {@code number} has, which is not negative. */
  private static int digits(long number) {
    if (number < 0) {
      throw new IllegalArgumentException(number + " is negative: no revision, seat or act has such a number");
    }
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
