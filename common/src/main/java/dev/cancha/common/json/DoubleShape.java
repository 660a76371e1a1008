package dev.cancha.common.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/** A finite number; its text is that of {@link Double#toString}, the shortest that reads as the same number. */
enum DoubleShape implements Shape {
  ONLY;

  @Override
  public String wanted() {
    return "a number";
  }

  @Override
  public Object read(Input in, @Nullable Object defaults) {
    JsonToken token = in.parser().currentToken();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      throw in.unwanted(this);
    }
    double value = Double.parseDouble(in.parser().getString());
    if (!Double.isFinite(value)) {
      throw in.unwanted(this);
    }
    return value;
  }

  @Override
  public void write(Object value, JsonGenerator out) {
    double number = (Double) value;
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(number + " is no JSON number");
    }
    out.writeNumber(number);
  }

  /** The bounds are those of a double, so that 1e400 is refused by the schema as it is by {@link #read}. */
  @Override
  public void describe(Schema schema, Schema.Place place) {
    schema.type("number", place);
    schema.out().writeNumberProperty("minimum", -Double.MAX_VALUE);
    schema.out().writeNumberProperty("maximum", Double.MAX_VALUE);
  }
}
