package dev.cancha.common.json;

import dev.cancha.common.message.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;
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
    ByteArrayBuilder bytes = new ByteArrayBuilder();
    try (JsonGenerator out = generator(bytes)) {
      body.write(out);
    }
    return Json.ofChecked(bytes.getClearAndRelease());
  }

  static JsonGenerator generator(ByteArrayBuilder bytes) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), bytes);
  }

  static JsonParser parser(Json json) {
    return FACTORY.createParser(ObjectReadContext.empty(), json.utf8());
  }
}
