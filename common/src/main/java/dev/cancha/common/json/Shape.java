package dev.cancha.common.json;

import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** How the values of one Java type stand in JSON. Values given to a shape are of its type and never null. */
sealed interface Shape
    permits BooleanShape, DoubleShape, EnumShape, IntegerShape, ListShape, MapShape, RawShape, RecordShape,
    RuntimeShape, SealedShape, StringShape {
  /** What a value must be, to stand after "must be": {@code an integer from 0 to 6}. */
  String wanted();

  /**
   * Reads the value that begins at the current token, and stops at its last one.
   *
   * @param defaults a value of the type, from which a record takes components that are absent
   */
  Object read(Input in, @Nullable Object defaults);

  void write(Object value, JsonGenerator out);

  /** Writes the keywords of its JSON Schema into the object that is open. */
  void describe(Schema schema, Schema.Place place);

  /** Tells {@code delta} how {@code after} differs from {@code before}. */
  default void change(Object before, Object after, Delta delta) {
    if (!before.equals(after)) {
      write(after, delta.value());
    }
  }

  /** The members of {@code value} in order, or null where it is no JSON object. */
  default @Nullable SequencedMap<String, Part> parts(Object value) {
    return null;
  }

  /** A member's value with its shape. */
  record Part(Shape shape, Object value) {}
}
