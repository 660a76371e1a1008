package dev.cancha.common.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** {@code true} and {@code false}. */
enum BooleanShape implements Shape {
  ONLY;

  @Override
  public String wanted() {
    return "true or false";
  }

  @Override
  public Object read(Input in, @Nullable Object defaults) {
    return switch (in.parser().currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw in.unwanted(this);
    };
  }

  @Override
  public void write(Object value, JsonGenerator out) {
    out.writeBoolean((Boolean) value);
  }

  @Override
  public void describe(Schema schema, Schema.Place place) {
    schema.type("boolean", place);
  }
}
