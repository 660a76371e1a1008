package dev.cancha.common.json;

import dev.cancha.common.message.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A JSON Schema, draft 2020-12, that is being written. Types that contain themselves stand in {@code $defs}; all
 * others stand where they are used. Owner: one call.
 */
final class Schema {
  private final JsonGenerator out;
  private final Map<Shape, Class<?>> recursive;
  private final Map<Shape, String> definitions = new LinkedHashMap<>();
  private final ArrayDeque<Shape> undefined = new ArrayDeque<>();

  private Schema(JsonGenerator out, Map<Shape, Class<?>> recursive) {
    this.out = out;
    this.recursive = recursive;
  }

  /**
   * Where a shape is used.
   *
   * @param nullable whether {@code null} is read as absent here
   * @param defaults what stands for the value where it is absent, or of which a record's components do
   */
  record Place(boolean nullable, @Nullable Object defaults) {
    static final Place PLAIN = new Place(false, null);
  }

  /**
   * The schema of {@code root}.
   *
   * @param recursive the shapes that contain themselves, with their types
   * @param defaults a value of which components are taken where they are absent
   */
  static Json of(String title, Shape root, Map<Shape, Class<?>> recursive, @Nullable Object defaults) {
    return Format.json(out -> new Schema(out, recursive).document(title,
        schema -> schema.keywords(root, new Place(false, defaults))));
  }

  /** The schema of a value that is one of {@code roots}. */
  static Json ofOne(String title, Iterable<RecordShape> roots, Map<Shape, Class<?>> recursive) {
    return Format.json(out -> new Schema(out, recursive).document(title, schema -> {
      out.writeName("oneOf").writeStartArray();
      for (RecordShape root : roots) {
        schema.value(root, Place.PLAIN);
      }
      out.writeEndArray();
    }));
  }

  /** The schema of no value at all. */
  static Json ofNone() {
    return Format.json(out -> new Schema(out, Map.of()).document("Nothing",
        _ -> out.writeName("not").writeStartObject().writeEndObject()));
  }

  private interface Body {
    void write(Schema schema);
  }

  private void document(String title, Body body) {
    out.writeStartObject();
    out.writeStringProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
    out.writeStringProperty("title", title);
    body.write(this);
    if (!undefined.isEmpty()) {
      out.writeName("$defs").writeStartObject();
      for (Shape shape = undefined.poll(); shape != null; shape = undefined.poll()) {
        out.writeName(name(shape)).writeStartObject();
        shape.describe(this, Place.PLAIN);
        out.writeEndObject();
      }
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  JsonGenerator out() {
    return out;
  }

  void type(String type, Place place) {
    if (place.nullable()) {
      out.writeName("type").writeStartArray().writeString(type).writeString("null").writeEndArray();
    } else {
      out.writeStringProperty("type", type);
    }
  }

  void oneOf(Iterable<String> names, Place place) {
    out.writeName("enum").writeStartArray();
    names.forEach(out::writeString);
    if (place.nullable()) {
      out.writeNull();
    }
    out.writeEndArray();
  }

  void member(String name, Shape shape, Place place) {
    out.writeName(name);
    value(shape, place);
  }

  /** The components of a record; {@code tag} is what its {@code type} must be, where it has one. */
  void properties(@Nullable String tag, List<Component> components, Place place) {
    out.writeName("properties").writeStartObject();
    if (tag != null) {
      out.writeName("type").writeStartObject();
      out.writeStringProperty("const", tag);
      out.writeEndObject();
    }
    Object defaults = place.defaults();
    for (Component component : components) {
      member(component.name(), component.shape(), defaults == null
          ? new Place(component.nullable(), null)
          : new Place(true, component.of(defaults)));
    }
    out.writeEndObject();
    List<String> required = new ArrayList<>();
    if (tag != null) {
      required.add("type");
    }
    if (defaults == null) {
      components.stream().filter(each -> !each.nullable()).map(Component::name).forEach(required::add);
    }
    if (!required.isEmpty()) {
      out.writeName("required").writeStartArray();
      required.forEach(out::writeString);
      out.writeEndArray();
    }
  }

  private void value(Shape shape, Place place) {
    out.writeStartObject();
    keywords(shape, place);
    out.writeEndObject();
  }

  private void keywords(Shape shape, Place place) {
    Object defaults = place.defaults();
    if (recursive.containsKey(shape) && defaults == null) {
      reference(shape, place);
      return;
    }
    shape.describe(this, place);
    if (defaults != null && !(shape instanceof RecordShape)) {
      out.writeName("default");
      shape.write(defaults, out);
    }
  }

  private void reference(Shape shape, Place place) {
    if (place.nullable()) {
      out.writeName("anyOf").writeStartArray().writeStartObject();
    }
    out.writeStringProperty("$ref", "#/$defs/" + name(shape));
    if (place.nullable()) {
      out.writeEndObject().writeStartObject();
      out.writeStringProperty("type", "null");
      out.writeEndObject().writeEndArray();
    }
  }

  /** The name of a definition; one that is named for the first time will have to be written. */
  private String name(Shape shape) {
    String known = definitions.get(shape);
    if (known != null) {
      return known;
    }
    String simple = Objects.requireNonNull(recursive.get(shape)).getSimpleName();
    String name = simple;
    for (int i = 2; definitions.containsValue(name); i++) {
      name = simple + i;
    }
    definitions.put(shape, name);
    undefined.add(shape);
    return name;
  }
}
