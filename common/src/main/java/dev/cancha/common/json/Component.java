package dev.cancha.common.json;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.SerializedString;

/**
 * One component of a record.
 *
 * @param encoded {@code name} as it stands in JSON, made once
 * @param nullable whether it may be absent
 * @param accessor from the record to the component's value
 */
record Component(String name, SerializedString encoded, Shape shape, boolean nullable,
    Function<Object, @Nullable Object> accessor) {
  @Nullable
  Object of(Object value) {
    return accessor.apply(value);
  }

  /** The component's value, where it must be there. */
  Object present(Object value) {
    Object component = of(value);
    if (component == null) {
      throw new IllegalArgumentException("'" + name + "' of " + value.getClass().getName()
          + " is null, but is not declared @Nullable");
    }
    return component;
  }

  /** The component's value, or null where it is absent and may be. */
  @Nullable
  Object optional(Object value) {
    return nullable ? of(value) : present(value);
  }
}
