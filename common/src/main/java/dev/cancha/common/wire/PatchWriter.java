package dev.cancha.common.wire;

import static dev.cancha.common.wire.JsonBytes.ascii;
import static dev.cancha.common.wire.JsonBytes.digits;

import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage.Patch;
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

  private PatchWriter() {}

  /** The message in an array that begins with {@code reserved} bytes for someone else to fill. */
  static byte[] write(Patch patch, int reserved) {
    JsonBytes out = new JsonBytes(reserved, length(patch));
    write(patch, out);
    return out.bytes();
  }

  private static void write(Patch patch, JsonBytes out) {
    out.put(REV);
    out.put(patch.rev());
    SortedMap<Integer, Long> acks = patch.acks();
    if (acks != null) {
      out.put(ACKS);
      int count = 0;
      for (Map.Entry<Integer, Long> ack : acks.entrySet()) {
        if (count++ > 0) {
          out.put(',');
        }
        out.put('"');
        out.put(ack.getKey());
        out.put('"');
        out.put(':');
        out.put(ack.getValue());
      }
      out.put('}');
    }
    out.put(PATCH);
    out.put(patch.patch());
    List<Json> events = patch.events();
    if (events != null) {
      out.put(EVENTS);
      for (int i = 0; i < events.size(); i++) {
        if (i > 0) {
          out.put(',');
        }
        out.put(events.get(i));
      }
      out.put(']');
    }
    out.put('}');
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
}
