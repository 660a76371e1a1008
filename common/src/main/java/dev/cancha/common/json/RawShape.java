package dev.cancha.common.json;

import dev.cancha.common.message.Json;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Any JSON value but {@code null}, passed through as it is. In a document an object must hold no member that is
 * {@code null}: a merge patch could not express it.
 */
enum RawShape implements Shape {
  ONLY;

  @Override
  public String wanted() {
    return "a value";
  }

  @Override
  public Object read(Input in, @Nullable Object defaults) {
    if (in.parser().currentToken() == JsonToken.VALUE_NULL) {
      throw in.unwanted(this);
    }
    return in.raw();
  }

  @Override
  public void write(Object value, JsonGenerator out) {
    out.writeRawValue(value.toString());
  }

  @Override
  public void describe(Schema schema, Schema.Place place) {
    if (!place.nullable()) {
      schema.out().writeName("not").writeStartObject();
      schema.out().writeStringProperty("type", "null");
      schema.out().writeEndObject();
    }
  }

  @Override
  public void change(Object before, Object after, Delta delta) {
    if (!before.equals(after)) {
      delta.replace(new Part(this, before), new Part(this, after));
    }
  }

  @Override
  public @Nullable SequencedMap<String, Part> parts(Object value) {
    Json json = (Json) value;
    if (!json.isObject()) {
      return null;
    }
    SequencedMap<String, Part> parts = new LinkedHashMap<>();
    try (JsonParser parser = Format.parser(json)) {
      Input in = new Input(json, parser);
      parser.nextToken();
      String name;
      while ((name = parser.nextName()) != null) {
        parser.nextToken();
        parts.put(name, new Part(this, in.raw()));
      }
    }
    return parts;
  }
}
