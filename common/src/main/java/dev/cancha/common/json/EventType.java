package dev.cancha.common.json;

import dev.cancha.common.message.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the events of a game become JSON: an object with the event's own name as {@code type}, in lowerCamelCase, then
 * its components as in {@link JsonType}. Events are only written.
 */
public final class EventType {
  private static final ClassValue<EventType> TYPES = new ClassValue<>() {
    @Override
    protected EventType computeValue(Class<?> type) {
      return new EventType(type);
    }
  };

  /** Of a game without events. */
  private static final EventType NONE = new EventType();

  private final Class<?> type;
  private final Map<Class<?>, RecordShape> shapes = new LinkedHashMap<>();
  private final Map<Shape, Class<?>> recursive;

  private EventType() {
    type = Void.class;
    recursive = Map.of();
  }

  private EventType(Class<?> type) {
    this.type = type;
    if (!type.isRecord() && !type.isSealed()) {
      throw new IllegalArgumentException(
          type.getName() + " is neither a sealed interface of events nor a record");
    }
    List<Class<?>> records = type.isRecord() ? List.of(type) : Variants.of(type);
    ShapeBuilder builder = new ShapeBuilder();
    for (Class<?> record : records) {
      shapes.put(record, builder.event(record));
    }
    if (builder.open() != null) {
      throw new IllegalArgumentException(builder.open() + ": of an open type, which no schema can describe");
    }
    recursive = builder.recursive();
  }

  /**
   * The one for a sealed interface of records (or a single record), made when first asked for; null is the type of
   * which there is no event.
   *
   * @throws IllegalArgumentException where a component has no form in JSON; the message names it
   */
  public static EventType of(@Nullable Class<?> sealedInterface) {
    return sealedInterface == null ? NONE : TYPES.get(sealedInterface);
  }

  public Json write(Record event) {
    RecordShape shape = shapes.get(event.getClass());
    if (shape == null) {
      throw new IllegalArgumentException(event.getClass().getName() + " is no event of "
          + (this == NONE ? "a game without events" : type.getName()));
    }
    return Format.json(out -> shape.write(event, out));
  }

  /** The JSON Schema, draft 2020-12, of what {@link #write} writes. */
  public Json schema() {
    return this == NONE ? Schema.ofNone() : Schema.ofOne(type.getSimpleName(), shapes.values(), recursive);
  }
}
