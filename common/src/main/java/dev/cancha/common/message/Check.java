package dev.cancha.common.message;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** The checks of the messages' constructors. Each names the member and says what would be right. */
final class Check {
  private Check() {}

  static <T> T present(String member, @Nullable T value) {
    if (value == null) {
      throw bad("'" + member + "' is missing");
    }
    return value;
  }

  static void range(String member, @Nullable Integer value, int min, int max) {
    if (value != null) {
      range(member, (long) value, min, max);
    }
  }

  static void range(String member, long value, long min, long max) {
    if (value < min || value > max) {
      throw bad("'" + member + "' is " + value + ", but must be " + min + " to " + max);
    }
  }

  static void id(@Nullable Integer id) {
    range("id", id, 1, Integer.MAX_VALUE);
  }

  static void length(String member, @Nullable String value, int min, int max) {
    if (value == null) {
      return;
    }
    int length = value.codePointCount(0, value.length());
    if (length < min || length > max) {
      throw bad("'" + member + "' has " + length + " characters, but must have " + min + " to " + max);
    }
  }

  /** Text that people read: NFC, within its length, without control and bidi-control characters. */
  static String text(String member, String value, int max) {
    String normal = Normalizer.normalize(value, Normalizer.Form.NFC);
    length(member, normal, 1, max);
    if (normal.codePoints().anyMatch(Check::invisible)) {
      throw bad("'" + member + "' has a control character, or half a surrogate pair");
    }
    return normal;
  }

  /** An object, or null where it is absent or the literal {@code null}. */
  static @Nullable Json object(String member, @Nullable Json value) {
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isObject()) {
      throw bad("'" + member + "' must be an object");
    }
    return value;
  }

  static Invalid bad(String message) {
    return new Invalid(ErrorCode.BAD_MESSAGE, message);
  }

  private static boolean invisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
        true;
      // U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069: Unicode's Bidi_Control
      case Character.FORMAT -> codePoint == 0x061C || codePoint == 0x200E || codePoint == 0x200F
          || (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
      default -> false;
    };
  }
}
