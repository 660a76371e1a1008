package dev.cancha.common.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/** Text of any length. */
enum StringShape implements Shape {
  ONLY;

  @Override
  public String wanted() {
    return "a string";
  }

  @Override
  public Object read(Input in, @Nullable Object defaults) {
    in.expect(JsonToken.VALUE_STRING, this);
    return in.parser().getString();
  }

  @Override
  public void write(Object value, JsonGenerator out) {
    out.writeString((String) value);
  }

  @Override
  public void describe(Schema schema, Schema.Place place) {
    schema.type("string", place);
  }
}
