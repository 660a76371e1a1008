package dev.cancha.common.wire;

import dev.cancha.common.message.Json;
import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One body being read: the parser, and the bytes under it. Owner: the call that reads it. */
final class JsonInput {
  private final JsonParser parser;
  private final byte[] bytes;
  private final int offset;

  /** @param offset where in {@code bytes} the parser began */
  JsonInput(JsonParser parser, byte[] bytes, int offset) {
    this.parser = parser;
    this.bytes = bytes;
    this.offset = offset;
  }

  JsonParser parser() {
    return parser;
  }

  JsonToken token() {
    return parser.currentToken();
  }

  /** The value that the parser stands on, as its own bytes without the white space between tokens. */
  Json rawValue() {
    int from = offset + (int) parser.currentTokenLocation().getByteOffset();
    // The parser is lazy: it has not yet looked at the end of a string.
    parser.finishToken();
    parser.skipChildren();
    int to = offset + (int) parser.currentLocation().getByteOffset();
    return Json.ofChecked(compact(from, to));
  }

  private byte[] compact(int from, int to) {
    byte[] compact = new byte[to - from];
    int length = 0;
    boolean inString = false;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (inString) {
        compact[length++] = b;
        if (b == '\\') {
          compact[length++] = bytes[++i];
        } else if (b == '"') {
          inString = false;
        }
      } else if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        compact[length++] = b;
        inString = b == '"';
      }
    }
    return length == compact.length ? compact : Arrays.copyOf(compact, length);
  }
}
