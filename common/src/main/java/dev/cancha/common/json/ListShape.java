package dev.cancha.common.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/** A list, or a set in its natural order, as an array. In a patch it is replaced whole, as RFC 7396 has it. */
record ListShape(Shape element, boolean sorted) implements Shape {
  @Override
  public String wanted() {
    return sorted ? "an array without repetitions" : "an array";
  }

  @Override
  public Object read(Input in, @Nullable Object defaults) {
    in.expect(JsonToken.START_ARRAY, this);
    List<Object> list = new ArrayList<>();
    while (in.parser().nextToken() != JsonToken.END_ARRAY) {
      list.add(element.read(in, null));
    }
    if (!sorted) {
      return List.copyOf(list);
    }
    TreeSet<Object> set = new TreeSet<>(list);
    if (set.size() < list.size()) {
      throw in.wrong("must be " + wanted());
    }
    return Collections.unmodifiableNavigableSet(set);
  }

  @Override
  public void write(Object value, JsonGenerator out) {
    out.writeStartArray();
    for (Object each : (Collection<?>) value) {
      element.write(each, out);
    }
    out.writeEndArray();
  }

  @Override
  public void describe(Schema schema, Schema.Place place) {
    schema.type("array", place);
    schema.member("items", element, Schema.Place.PLAIN);
    if (sorted) {
      schema.out().writeBooleanProperty("uniqueItems", true);
    }
  }
}
