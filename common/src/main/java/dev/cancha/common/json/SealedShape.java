package dev.cancha.common.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/** A sealed interface as an object with exactly one member, named after the variant. */
final class SealedShape implements Shape {
  private final Class<?> type;
  private final Map<String, Variant> byName = new LinkedHashMap<>();
  private final Map<Class<?>, Variant> byClass = new LinkedHashMap<>();

  SealedShape(Class<?> type) {
    this.type = type;
  }

  /** Called by its builder alone, before anyone else sees the shape: a variant may contain its own interface. */
  void add(RecordShape record) {
    Component single = record.single();
    if (single != null && single.nullable()) {
      throw new IllegalArgumentException(
          record.type().getName() + " is written as the value of its only component,"
              + " so '" + single.name() + "' cannot be @Nullable");
    }
    Variant variant = new Variant(Names.of(record.type()), record, single);
    byClass.put(record.type(), variant);
    if (byName.put(variant.name, variant) != null) {
      throw new IllegalArgumentException(type.getName() + " has two variants that are '" + variant.name
          + "' in JSON");
    }
  }

  Class<?> type() {
    return type;
  }

  @Override
  public String wanted() {
    return "an object with exactly one of " + String.join(", ", byName.keySet());
  }

  @Override
  public Object read(Input in, @Nullable Object defaults) {
    in.expect(JsonToken.START_OBJECT, this);
    String name = in.parser().nextName();
    if (name == null) {
      throw in.wrong("must be " + wanted() + ", but is empty");
    }
    Variant variant = byName.get(name);
    if (variant == null) {
      throw in.wrong("is unknown: there must be exactly one of " + String.join(", ", byName.keySet()));
    }
    in.parser().nextToken();
    Object value = variant.read(in);
    if (in.parser().nextName() != null) {
      throw in.wrong("is one too many: there must be exactly one of " + String.join(", ", byName.keySet()));
    }
    return value;
  }

  @Override
  public void write(Object value, JsonGenerator out) {
    Variant variant = variant(value);
    out.writeStartObject();
    out.writeName(variant.name);
    variant.shape().write(variant.content(value), out);
    out.writeEndObject();
  }

  @Override
  public void change(Object before, Object after, Delta delta) {
    Variant was = variant(before);
    Variant is = variant(after);
    if (was.name.equals(is.name)) {
      delta.member(is.name, is.shape(), was.content(before), is.content(after));
    } else {
      delta.member(was.name, was.shape(), was.content(before), null);
      delta.member(is.name, is.shape(), null, is.content(after));
    }
  }

  @Override
  public SequencedMap<String, Part> parts(Object value) {
    Variant variant = variant(value);
    SequencedMap<String, Part> parts = new LinkedHashMap<>();
    parts.put(variant.name, new Part(variant.shape(), variant.content(value)));
    return parts;
  }

  @Override
  public void describe(Schema schema, Schema.Place place) {
    schema.type("object", place);
    schema.out().writeName("properties").writeStartObject();
    byName.forEach((name, variant) -> schema.member(name, variant.shape(), Schema.Place.PLAIN));
    schema.out().writeEndObject();
    schema.out().writeBooleanProperty("additionalProperties", false);
    schema.out().writeNumberProperty("minProperties", 1);
    schema.out().writeNumberProperty("maxProperties", 1);
  }

  private Variant variant(Object value) {
    Variant variant = byClass.get(value.getClass());
    if (variant == null) {
      throw new IllegalArgumentException(value.getClass().getName() + " is no variant of " + type.getName());
    }
    return variant;
  }

  /** One record of the interface; where it has a single component, its value stands for the record. */
  private record Variant(String name, RecordShape record, @Nullable Component single) {
    Shape shape() {
      return single == null ? record : single.shape();
    }

    Object content(Object value) {
      return single == null ? value : single.present(value);
    }

    Object read(Input in) {
      return single == null ? record.read(in, null) : record.make(single.shape().read(in, null));
    }
  }
}
