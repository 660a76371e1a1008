package dev.cancha.common.json;

import dev.cancha.common.message.Json;
import java.io.OutputStream;
import java.util.Arrays;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** The one configuration of Jackson's streams, and the step from generator to bytes. */
final class Format {
  /** Buffers are kept per thread: the threads are few and live long, since they are event loops and executors. */
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .recyclerPool(JsonRecyclerPools.threadLocalPool())
      .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
      .build();

  private Format() {}

  /** What writes exactly one JSON value. */
  @FunctionalInterface
  interface Body {
    void write(JsonGenerator out);
  }

  static Json json(Body body) {
    Output bytes = new Output();
    try (JsonGenerator out = generator(bytes)) {
      body.write(out);
    }
    return bytes.json();
  }

  static JsonGenerator generator(Output bytes) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), bytes);
  }

  /**
   * Where a generator puts what it has written. It has a buffer of its own, which it keeps for the next value, and
   * hands over nearly every value whole, when it is closed: so that the one copy made of it here is the value itself.
   * Owner: the call that writes.
   */
  static final class Output extends OutputStream {
    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;
    private int length;

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int count) {
      if (length == 0) {
        bytes = Arrays.copyOfRange(from, offset, offset + count);
      } else {
        if (count > bytes.length - length) {
          bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
        }
        System.arraycopy(from, offset, bytes, length, count);
      }
      length += count;
    }

    Json json() {
      return Json.ofChecked(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
    }
  }

  static JsonParser parser(Json json) {
    return FACTORY.createParser(ObjectReadContext.empty(), json.utf8());
  }
}
