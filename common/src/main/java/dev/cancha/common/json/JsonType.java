package dev.cancha.common.json;

import dev.cancha.common.message.Json;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * How the values of one Java type become JSON and come back.
 *
 * <ul>
 * <li>A record is an object of its components, in their order. A component declared {@code @Nullable} is absent where
 * it is null. What is read may have more members, and {@code null} reads as absent.
 * <li>A sealed interface is an object with exactly one member, named after the variant; a variant of one component is
 * written as its value, one without components as <code>{}</code>. A variant's own class, given to {@link #of}, is a
 * plain record.
 * <li>Names of variants and of enum constants are lowerCamelCase.
 * <li>A {@code Map}, {@code SortedMap} or {@code NavigableMap} with keys that are {@code Integer} (up to nine decimal
 * digits), {@code String} or an enum is an object with its keys in natural order.
 * <li>A {@code List}, {@code SortedSet} or {@code NavigableSet} is an array; nothing in a collection is null.
 * <li>{@code boolean}, {@code int}, {@code long} (within 2^53), {@code double} (finite), their boxes and
 * {@code String} are themselves; {@link Json} is passed through. {@link dev.cancha.common.game.Range} bounds an
 * integer.
 * <li>Of a component declared {@code Object}, {@code Record} or as an interface that is not sealed, the value's own
 * class decides; such a type can be written, but neither read nor described.
 * </ul>
 *
 * <p>What is read is held to this strictly: {@code 3.0} and {@code "3"} are no integers. (A JSON Schema calls 3.0 an
 * integer; in everything else {@link #read} and {@link #schema()} accept the same.)
 */
public final class JsonType<T> {
  private static final ClassValue<JsonType<?>> TYPES = new ClassValue<>() {
    @Override
    protected JsonType<?> computeValue(Class<?> type) {
      return new JsonType<>(type);
    }
  };

  private final Class<T> type;
  private final Shape shape;
  private final Map<Shape, Class<?>> recursive;
  private final @Nullable String open;

  private JsonType(Class<T> type) {
    ShapeBuilder builder = new ShapeBuilder();
    this.type = type;
    this.shape = builder.root(type);
    this.recursive = builder.recursive();
    this.open = builder.open();
  }

  /**
   * The one for {@code type}, made when first asked for.
   *
   * @throws IllegalArgumentException where a component has no form in JSON; the message names it
   */
  @SuppressWarnings("unchecked") // the one for Class<T> is a JsonType<T>
  public static <T> JsonType<T> of(Class<T> type) {
    return (JsonType<T>) TYPES.get(type);
  }

  /**
   * The value that {@code json} writes.
   *
   * @throws Mismatch where it is of another shape, or refused by a record's constructor
   */
  public T read(Json json) {
    return from(json, null);
  }

  /**
   * The value that {@code json} writes, where components that are absent, also of nested records, are those of
   * {@code defaults}.
   *
   * @throws Mismatch where it is of another shape, or refused by a record's constructor
   */
  public T read(Json json, T defaults) {
    return from(json, Objects.requireNonNull(defaults));
  }

  @SuppressWarnings("unchecked") // a shape reads values of the type that it was made from
  private T from(Json json, @Nullable Object defaults) {
    requireClosed();
    return (T) Input.read(json, shape, defaults);
  }

  public Json write(T value) {
    return Format.json(out -> write(value, out));
  }

  public void write(T value, JsonGenerator out) {
    shape.write(Objects.requireNonNull(value), out);
  }

  /** The JSON Schema, draft 2020-12, of what {@link #read(Json)} accepts. */
  public Json schema() {
    requireClosed();
    return Schema.of(type.getSimpleName(), shape, recursive, null);
  }

  /** The JSON Schema of what {@link #read(Json, Object)} accepts: nothing is required, and defaults are told. */
  public Json schema(T defaults) {
    requireClosed();
    return Schema.of(type.getSimpleName(), shape, recursive, Objects.requireNonNull(defaults));
  }

  Shape shape() {
    return shape;
  }

  private void requireClosed() {
    if (open != null) {
      throw new IllegalArgumentException(
          open + ": of an open type, which can only be written; declare a record or a"
              + " sealed interface");
    }
  }

  @Override
  public String toString() {
    return "JsonType of " + type.getName();
  }
}
