package dev.cancha.common.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/** The constants of one enum, in lowerCamelCase. */
final class EnumShape implements Shape {
  private final Map<String, Object> byName = new LinkedHashMap<>();
  private final Map<Object, String> names = new LinkedHashMap<>();

  EnumShape(Class<?> type) {
    for (Object constant : type.getEnumConstants()) {
      String name = Names.of((Enum<?>) constant);
      names.put(constant, name);
      if (byName.put(name, constant) != null) {
        throw new IllegalArgumentException(
            type.getName() + " has two constants that are '" + name + "' in JSON");
      }
    }
  }

  /** The constant that {@code name} stands for, or null. */
  @Nullable
  Object constant(String name) {
    return byName.get(name);
  }

  String name(Object constant) {
    return Objects.requireNonNull(names.get(constant));
  }

  Iterable<String> names() {
    return byName.keySet();
  }

  @Override
  public String wanted() {
    return "one of " + String.join(", ", byName.keySet());
  }

  @Override
  public Object read(Input in, @Nullable Object defaults) {
    in.expect(JsonToken.VALUE_STRING, this);
    Object constant = constant(in.parser().getString());
    if (constant == null) {
      throw in.unwanted(this);
    }
    return constant;
  }

  @Override
  public void write(Object value, JsonGenerator out) {
    out.writeString(name(value));
  }

  @Override
  public void describe(Schema schema, Schema.Place place) {
    schema.oneOf(names(), place);
  }
}
