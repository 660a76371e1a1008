package dev.cancha.common.wire;

import static dev.cancha.common.wire.JsonBytes.ascii;
import static dev.cancha.common.wire.JsonBytes.digits;

import dev.cancha.common.message.ClientMessage.Act;

/**
 * Writes an act by hand, since it is what a client sends most. A test holds the result to that of
 * {@link MessageWriter}, byte by byte.
 */
final class ActWriter {
  private static final byte[] SEQ = ascii("{\"type\":\"act\",\"seq\":");
  private static final byte[] ACTION = ascii(",\"action\":");
  private static final byte[] REV = ascii(",\"rev\":");

  private ActWriter() {}

  static byte[] write(Act act) {
    Long rev = act.rev();
    int revLength = rev == null ? 0 : REV.length + digits(rev);
    JsonBytes out = new JsonBytes(0,
        SEQ.length + digits(act.seq()) + ACTION.length + act.action().length() + revLength + 1);
    out.put(SEQ);
    out.put(act.seq());
    out.put(ACTION);
    out.put(act.action());
    if (rev != null) {
      out.put(REV);
      out.put(rev);
    }
    out.put('}');
    return out.bytes();
  }
}
