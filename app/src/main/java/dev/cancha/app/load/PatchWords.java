package dev.cancha.app.load;

import dev.cancha.common.message.Phase;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a bare client of a game that ticks needs of a patch beyond its head, found without reading it as JSON. */
final class PatchWords {
  private static final byte[] PHASE = ascii("\"phase\":\"");

  private PatchWords() {}

  /** The phase that a match begins or ends with; null where the patch has none. */
  static @Nullable Phase phase(ByteBuf body) {
    int at = behind(body, PHASE);
    if (at < 0) {
      return null;
    }
    return switch (body.getByte(at)) {
      case 'p' -> Phase.PLAYING;
      case 'o' -> Phase.OVER;
      default -> null;
    };
  }

  /** Where the head of a seat's snake is now; null where the patch does not tell, as of one that is dead. */
  static Laps.@Nullable Cell head(ByteBuf body, int seat) {
    int at = behind(body, ascii("\"" + seat + "\":{\"head\":["));
    if (at < 0) {
      return null;
    }
    int comma = body.indexOf(at, body.writerIndex(), (byte) ',');
    int end = body.indexOf(at, body.writerIndex(), (byte) ']');
    return comma < 0 || end < comma ? null
        : new Laps.Cell(number(body, at, comma), number(body, comma + 1, end));
  }

  /** The index behind {@code words}, at which there is something; negative where they do not occur. */
  private static int behind(ByteBuf body, byte[] words) {
    int at = ByteBufUtil.indexOf(Unpooled.wrappedBuffer(words), body);
    return at < 0 || at + words.length >= body.writerIndex() ? -1 : at + words.length;
  }

  private static int number(ByteBuf body, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + body.getByte(i) - '0';
    }
    return number;
  }

  private static byte[] ascii(String words) {
    return words.getBytes(StandardCharsets.US_ASCII);
  }
}
