package dev.cancha.common.json;

import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A component of which the value's own class decides. It can be written and compared, but not read. */
enum RuntimeShape implements Shape {
  ONLY;

  /** Variants of a sealed interface are written as such, so that it does not matter who declared the component. */
  private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
    @Override
    protected Shape computeValue(Class<?> type) {
      return JsonType.of(Variants.declared(type)).shape();
    }
  };

  static Shape of(Object value) {
    return value instanceof Enum<?> constant
        ? SHAPES.get(constant.getDeclaringClass())
        : SHAPES.get(value.getClass());
  }

  @Override
  public String wanted() {
    return "a value";
  }

  @Override
  public Object read(Input in, @Nullable Object defaults) {
    throw new IllegalStateException("what a value's own class decides cannot be read");
  }

  @Override
  public void write(Object value, JsonGenerator out) {
    of(value).write(value, out);
  }

  @Override
  public void describe(Schema schema, Schema.Place place) {
    throw new IllegalStateException("what a value's own class decides has no schema");
  }

  @Override
  public void change(Object before, Object after, Delta delta) {
    delta.replace(new Part(of(before), before), new Part(of(after), after));
  }

  @Override
  public @Nullable SequencedMap<String, Part> parts(Object value) {
    return of(value).parts(value);
  }
}
