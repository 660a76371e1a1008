package dev.cancha.server.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What one answer may hold in memory. Owner: the call that makes the answer. */
final class BoundedBytes extends OutputStream {
  static final int MOST = 32 * 1024 * 1024;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int count) throws IOException {
    if (count > MOST - bytes.size()) {
      throw new IOException(
          "this replay is larger than 32 MiB: read it with cancha replay --data, on the server");
    }
    bytes.write(from, offset, count);
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
