package dev.cancha.common.json;

import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A record as an object of its components, in their order; an event has its {@code type} before them. */
final class RecordShape implements Shape {
  private final Class<?> type;
  private final @Nullable String tag;
  /** From an array of the components to the record. */
  private final Supplier<MethodHandle> making;
  /** Made when first needed: it takes a while, and few of a server's records are read at its start. */
  private @Nullable MethodHandle constructor;
  private Component[] components;
  private final Map<String, Integer> positions = new HashMap<>();

  /** A shape that is completed before anyone but its builder sees it: a record may contain itself. */
  RecordShape(Class<?> type, @Nullable String tag, Supplier<MethodHandle> constructor) {
    this.type = type;
    this.tag = tag;
    making = constructor;
    this.components = new Component[0];
  }

  void complete(List<Component> all) {
    components = all.toArray(Component[]::new);
    for (int i = 0; i < components.length; i++) {
      positions.put(components[i].name(), i);
    }
  }

  Class<?> type() {
    return type;
  }

  /** The component where there is just one, else null. */
  @Nullable
  Component single() {
    return components.length == 1 ? components[0] : null;
  }

  @Override
  public String wanted() {
    return "an object";
  }

  @Override
  public Object read(Input in, @Nullable Object defaults) {
    in.expect(JsonToken.START_OBJECT, this);
    JsonParser parser = in.parser();
    var values = new @Nullable Object[components.length];
    String name;
    while ((name = parser.nextName()) != null) {
      Integer position = positions.get(name);
      JsonToken token = parser.nextToken();
      if (position == null) {
        parser.skipChildren();
      } else if (token != JsonToken.VALUE_NULL) {
        if (values[position] != null) {
          throw in.wrong("is there twice");
        }
        Component component = components[position];
        values[position] = component.shape().read(in, defaults == null ? null : component.of(defaults));
      }
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        values[i] = defaults == null ? null : components[i].of(defaults);
        if (values[i] == null && !components[i].nullable()) {
          throw in.missing(components[i].name(), components[i].shape());
        }
      }
    }
    return make(values);
  }

  /** Two threads may make it at once, and either is as good. */
  private MethodHandle constructor() {
    MethodHandle made = constructor;
    if (made == null) {
      made = making.get();
      constructor = made;
    }
    return made;
  }

  /** The record of these components. */
  Object make(@Nullable Object... values) {
    try {
      return (Object) constructor().invokeExact(values);
    } catch (IllegalArgumentException e) {
      throw Input.refused(e);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(type.getName() + " could not be made", e);
    }
  }

  @Override
  public void write(Object value, JsonGenerator out) {
    out.writeStartObject();
    if (tag != null) {
      out.writeStringProperty("type", tag);
    }
    for (Component component : components) {
      Object each = component.optional(value);
      if (each != null) {
        out.writeName(component.encoded());
        component.shape().write(each, out);
      }
    }
    out.writeEndObject();
  }

  @Override
  public void change(Object before, Object after, Delta delta) {
    for (Component component : components) {
      delta.member(component.name(), component.shape(), component.optional(before),
          component.optional(after));
    }
  }

  @Override
  public SequencedMap<String, Part> parts(Object value) {
    SequencedMap<String, Part> parts = new LinkedHashMap<>();
    for (Component component : components) {
      Object each = component.optional(value);
      if (each != null) {
        parts.put(component.name(), new Part(component.shape(), each));
      }
    }
    return parts;
  }

  @Override
  public void describe(Schema schema, Schema.Place place) {
    schema.type("object", place);
    schema.properties(tag, List.of(components), place);
  }
}
