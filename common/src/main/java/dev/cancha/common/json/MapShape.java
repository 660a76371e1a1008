package dev.cancha.common.json;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/** A map as an object whose members stand in the natural order of the keys. */
record MapShape(KeyShape key, Shape element) implements Shape {
  @Override
  public String wanted() {
    return "an object";
  }

  @Override
  public Object read(Input in, @Nullable Object defaults) {
    in.expect(JsonToken.START_OBJECT, this);
    TreeMap<Object, Object> map = new TreeMap<>();
    String name;
    while ((name = in.parser().nextName()) != null) {
      Object each = key.read(name);
      if (each == null) {
        throw in.wrong("has a key that is not " + key.wanted());
      }
      in.parser().nextToken();
      if (map.put(each, element.read(in, null)) != null) {
        throw in.wrong("is there twice");
      }
    }
    return Collections.unmodifiableNavigableMap(map);
  }

  @Override
  public void write(Object value, JsonGenerator out) {
    out.writeStartObject();
    sorted(value).forEach((each, element) -> {
      out.writeName(key.write(each));
      this.element.write(element, out);
    });
    out.writeEndObject();
  }

  @Override
  public void describe(Schema schema, Schema.Place place) {
    schema.type("object", place);
    schema.out().writeName("propertyNames");
    key.describe(schema);
    schema.member("additionalProperties", element, Schema.Place.PLAIN);
  }

  /** Walks both maps side by side, since both are sorted. */
  @Override
  public void change(Object before, Object after, Delta delta) {
    Iterator<Map.Entry<Object, Object>> olds = sorted(before).entrySet().iterator();
    Iterator<Map.Entry<Object, Object>> news = sorted(after).entrySet().iterator();
    Map.@Nullable Entry<Object, Object> was = next(olds);
    Map.@Nullable Entry<Object, Object> is = next(news);
    while (was != null && is != null) {
      int order = compare(was.getKey(), is.getKey());
      if (order < 0) {
        delta.member(key.write(was.getKey()), element, was.getValue(), null);
      } else if (order > 0) {
        delta.member(key.write(is.getKey()), element, null, is.getValue());
      } else if (!Delta.same(was.getValue(), is.getValue())) {
        delta.member(key.write(is.getKey()), element, was.getValue(), is.getValue());
      }
      was = order <= 0 ? next(olds) : was;
      is = order >= 0 ? next(news) : is;
    }
    for (; was != null; was = next(olds)) {
      delta.member(key.write(was.getKey()), element, was.getValue(), null);
    }
    for (; is != null; is = next(news)) {
      delta.member(key.write(is.getKey()), element, null, is.getValue());
    }
  }

  @Override
  public SequencedMap<String, Part> parts(Object value) {
    SequencedMap<String, Part> parts = new LinkedHashMap<>();
    sorted(value).forEach((each, element) -> parts.put(key.write(each), new Part(this.element, element)));
    return parts;
  }

  private static Map.@Nullable Entry<Object, Object> next(Iterator<Map.Entry<Object, Object>> entries) {
    return entries.hasNext() ? entries.next() : null;
  }

  @SuppressWarnings("unchecked") // keys are integers, strings or constants of one enum
  private static int compare(Object one, Object other) {
    return ((Comparable<Object>) one).compareTo(other);
  }

  @SuppressWarnings("unchecked") // the type of the component was checked when the shape was built
  private static SortedMap<Object, Object> sorted(Object value) {
    return value instanceof SortedMap<?, ?> map && map.comparator() == null
        ? (SortedMap<Object, Object>) map
        : new TreeMap<>((Map<Object, Object>) value);
  }
}
