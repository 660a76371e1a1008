package dev.cancha.common.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.SerializableString;

/** Bytes that the generator copies straight into its own: what is already JSON is neither decoded nor escaped. */
final class RawJson implements SerializableString {
  private final byte[] utf8;

  RawJson(byte[] utf8) {
    this.utf8 = utf8;
  }

  @Override
  public String getValue() {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  @Override
  public int charLength() {
    return getValue().length();
  }

  @Override
  public byte[] asUnquotedUTF8() {
    return utf8;
  }

  @Override
  public int appendUnquotedUTF8(byte[] buffer, int offset) {
    if (utf8.length > buffer.length - offset) {
      return -1;
    }
    System.arraycopy(utf8, 0, buffer, offset, utf8.length);
    return utf8.length;
  }

  @Override
  public int writeUnquotedUTF8(OutputStream out) throws IOException {
    out.write(utf8);
    return utf8.length;
  }

  @Override
  public int putUnquotedUTF8(ByteBuffer buffer) {
    if (utf8.length > buffer.remaining()) {
      return -1;
    }
    buffer.put(utf8);
    return utf8.length;
  }

  @Override
  public char[] asQuotedChars() {
    throw onlyRaw();
  }

  @Override
  public byte[] asQuotedUTF8() {
    throw onlyRaw();
  }

  @Override
  public int appendQuotedUTF8(byte[] buffer, int offset) {
    throw onlyRaw();
  }

  @Override
  public int appendQuoted(char[] buffer, int offset) {
    throw onlyRaw();
  }

  @Override
  public int appendUnquoted(char[] buffer, int offset) {
    throw onlyRaw();
  }

  @Override
  public int writeQuotedUTF8(OutputStream out) {
    throw onlyRaw();
  }

  @Override
  public int putQuotedUTF8(ByteBuffer buffer) {
    throw onlyRaw();
  }

  private static UnsupportedOperationException onlyRaw() {
    return new UnsupportedOperationException("JSON is written raw, as UTF-8");
  }
}
