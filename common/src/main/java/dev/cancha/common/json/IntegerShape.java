package dev.cancha.common.json;

import dev.cancha.common.game.Range;
import dev.cancha.common.message.Protocol;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * An integer of Java's {@code int} or {@code long}, within its bounds, both included. A {@code long} is within 2^53,
 * since other languages read JSON's numbers as doubles.
 */
record IntegerShape(boolean isLong, long min, long max) implements Shape {
  static final IntegerShape INT = new IntegerShape(false, Integer.MIN_VALUE, Integer.MAX_VALUE);
  static final IntegerShape LONG = new IntegerShape(true, -Protocol.MAX_INTEGER, Protocol.MAX_INTEGER);

  /** These bounds and those of {@code range}; may hold nothing. */
  IntegerShape within(Range range) {
    long least = Math.max(min, range.min());
    long most = Math.min(max, range.max());
    return new IntegerShape(isLong, least, most);
  }

  @Override
  public String wanted() {
    return equals(INT) || equals(LONG) ? "an integer" : "an integer from " + min + " to " + max;
  }

  @Override
  public Object read(Input in, @Nullable Object defaults) {
    in.expect(JsonToken.VALUE_NUMBER_INT, this);
    JsonParser parser = in.parser();
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw outside(in);
    }
    long value = parser.getLongValue();
    if (value < min || value > max) {
      throw outside(in);
    }
    if (isLong) {
      return value;
    }
    return (int) value;
  }

  private Mismatch outside(Input in) {
    return in.outside("must be an integer from " + min + " to " + max + ", but is " + in.found());
  }

  @Override
  public void write(Object value, JsonGenerator out) {
    if (value instanceof Integer number) {
      out.writeNumber((int) number);
      return;
    }
    long number = (Long) value;
    if (number < -Protocol.MAX_INTEGER || number > Protocol.MAX_INTEGER) {
      throw new IllegalArgumentException(number + " is beyond 2^53: not every client could read it exactly");
    }
    out.writeNumber(number);
  }

  @Override
  public void describe(Schema schema, Schema.Place place) {
    schema.type("integer", place);
    schema.out().writeNumberProperty("minimum", min);
    schema.out().writeNumberProperty("maximum", max);
  }
}
