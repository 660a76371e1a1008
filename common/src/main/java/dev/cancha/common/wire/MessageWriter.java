package dev.cancha.common.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cancha.common.message.Json;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes messages: {@code type} first, then the components in their order, absent ones left out. Immutable. */
final class MessageWriter {
  private final ObjectWriter writer;

  MessageWriter(Class<?> direction) {
    SimpleModule module = new SimpleModule("cancha-messages");
    module.addSerializer(new RawJsonSerializer());
    module.addSerializer(new ConstantSerializer());
    writer = JsonMapper
        .builder(JsonFactory.builder().recyclerPool(JsonRecyclerPools.threadLocalPool()).build())
        .addModule(module)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
        .changeDefaultPropertyInclusion(always -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL,
            JsonInclude.Include.ALWAYS))
        .build()
        .writerFor(direction);
  }

  byte[] write(Object message) {
    return writer.writeValueAsBytes(message);
  }

  /** Copies the checked bytes as they are. */
  private static final class RawJsonSerializer extends StdSerializer<Json> {
    RawJsonSerializer() {
      super(Json.class);
    }

    @Override
    public void serialize(Json json, JsonGenerator generator, SerializationContext context) {
      generator.writeRawValue(new RawJson(json.utf8()));
    }
  }

  @SuppressWarnings("rawtypes") // what an enum's class is to Jackson
  private static final class ConstantSerializer extends StdSerializer<Enum> {
    ConstantSerializer() {
      super(Enum.class);
    }

    @Override
    public void serialize(Enum constant, JsonGenerator generator, SerializationContext context) {
      generator.writeString(WireNames.of(constant));
    }
  }
}
