package dev.cancha.common.wire;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Invalid;

/** Reads one value; the parser stands on its first token, and stands on its last one afterwards. */
@FunctionalInterface
interface ValueReader {
  /**
   * Reads the value that the parser stands on.
   *
   * @param member the name of the value, as an error may show it
   * @throws Invalid {@code badMessage} where the value is of the wrong kind
   */
  Object read(JsonInput in, String member);

  static Invalid wrongKind(String member, String right) {
    return new Invalid(ErrorCode.BAD_MESSAGE, "'" + member + "' must be " + right);
  }
}
