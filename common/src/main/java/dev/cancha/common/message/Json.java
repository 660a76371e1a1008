package dev.cancha.common.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One JSON value as compact UTF-8 bytes: what a game puts on the wire, carried through without being understood.
 * Immutable. Whoever makes one has checked or written the bytes; nothing here parses.
 */
public final class Json {
  private static final Json EMPTY_OBJECT = new Json("{}".getBytes(StandardCharsets.UTF_8));

  private final byte[] utf8;

  private Json(byte[] utf8) {
    this.utf8 = utf8;
  }

  /** Takes over {@code utf8}, which the caller has checked or written and never changes again. */
  public static Json ofChecked(byte[] utf8) {
    if (utf8.length == 0) {
      throw new IllegalArgumentException("no JSON value is empty");
    }
    return new Json(utf8);
  }

  /** The value that {@code text} writes, which the caller has checked. */
  public static Json ofChecked(String text) {
    return ofChecked(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Json emptyObject() {
    return EMPTY_OBJECT;
  }

  /** The bytes themselves, not a copy: they must not be changed. */
  public byte[] utf8() {
    return utf8;
  }

  public int length() {
    return utf8.length;
  }

  public boolean isObject() {
    return utf8[0] == '{';
  }

  /** Whether it is the literal {@code null}. */
  public boolean isNull() {
    return utf8[0] == 'n';
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Json json && Arrays.equals(utf8, json.utf8);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(utf8);
  }

  @Override
  public String toString() {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
