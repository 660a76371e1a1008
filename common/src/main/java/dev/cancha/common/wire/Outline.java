package dev.cancha.common.wire;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Invalid;
import dev.cancha.common.message.Protocol;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What can be told of a message without knowing what it is: so that an error answers the request or act that it is
 * about.
 *
 * @param typed whether there is a {@code type}, of whatever kind
 * @param type the {@code type}, where it is a string
 * @param id a valid {@code id}
 * @param seq a valid {@code seq}
 */
record Outline(boolean typed, @Nullable String type, @Nullable Integer id, @Nullable Long seq) {
  /** Reads to the end of the object that {@code parser} has entered. */
  static Outline read(JsonParser parser) {
    boolean typed = false;
    String type = null;
    long id = 0;
    long seq = 0;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      switch (name) {
        case "type" -> {
          typed = token != JsonToken.VALUE_NULL;
          type = token == JsonToken.VALUE_STRING ? parser.getString() : null;
        }
        case "id" -> id = positive(parser, Integer.MAX_VALUE);
        case "seq" -> seq = positive(parser, Protocol.MAX_INTEGER);
        default -> {
          // Any other member tells nothing.
        }
      }
      parser.skipChildren();
    }
    return new Outline(typed, type, id == 0 ? null : (Integer) (int) id, seq == 0 ? null : (Long) seq);
  }

  String requireType() {
    if (type == null) {
      throw new Invalid(ErrorCode.BAD_MESSAGE, typed ? "'type' must be text" : "'type' is missing");
    }
    return type;
  }

  /** The {@code id} that an error repeats as {@code re}: an act and a pong have none, whatever stands there. */
  @Nullable
  Integer re() {
    return "act".equals(type) || "pong".equals(type) ? null : id;
  }

  /** The {@code seq} that an error repeats: that of an act. */
  @Nullable
  Long actSeq() {
    return "act".equals(type) ? seq : null;
  }

  /** The integer that the parser stands on, or 0 where it is none from 1 to {@code max}. */
  private static long positive(JsonParser parser, long max) {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT || parser.getStringLength() > 18) {
      return 0;
    }
    long value = parser.getLongValue();
    return value > max ? 0 : Math.max(value, 0);
  }
}
