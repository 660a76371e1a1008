package dev.cancha.common.json;

import dev.cancha.common.game.Range;
import dev.cancha.common.message.Json;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.SerializedString;

/** Makes the shape of one type and of all that it contains. Owner: one call. */
final class ShapeBuilder {
  private static final Set<Class<?>> MAPS = Set.of(Map.class, SortedMap.class, NavigableMap.class);
  private static final Set<Class<?>> SETS = Set.of(SortedSet.class, NavigableSet.class);
  private static final String ALLOWED = "; allowed are records, sealed interfaces of records, enums, boolean, int,"
      + " long, double, String, Json, List, SortedSet, and maps with keys that are Integer, String or an enum";

  private final Map<Class<?>, Shape> made = new HashMap<>();
  private final Set<Shape> unfinished = new HashSet<>();
  private final Map<Shape, Class<?>> recursive = new HashMap<>();
  private final List<Runnable> last = new ArrayList<>();
  private @Nullable String open;

  Shape root(Class<?> type) {
    Shape shape = plain(type, type.getSimpleName());
    finish();
    return shape;
  }

  /** A record that has its own name as the member {@code type}. */
  RecordShape event(Class<?> type) {
    RecordShape shape = new RecordShape(type, Names.of(type), new Accessors(type)::constructor);
    List<Component> components = components(type);
    if (components.stream().anyMatch(component -> component.name().equals("type"))) {
      throw new IllegalArgumentException(type.getName() + ": 'type' is the name of the event itself");
    }
    shape.complete(components);
    finish();
    return shape;
  }

  /** The shapes that contain themselves, with their types. */
  Map<Shape, Class<?>> recursive() {
    return recursive;
  }

  /** The first place where a value's own class decides, so that nothing can be read there; or null. */
  @Nullable
  String open() {
    return open;
  }

  /** Sealed types look into their records, which are complete only now. */
  private void finish() {
    last.forEach(Runnable::run);
    last.clear();
  }

  private Shape plain(Class<?> type, String path) {
    if (type == int.class || type == Integer.class) {
      return IntegerShape.INT;
    }
    if (type == long.class || type == Long.class) {
      return IntegerShape.LONG;
    }
    if (type == boolean.class || type == Boolean.class) {
      return BooleanShape.ONLY;
    }
    if (type == double.class || type == Double.class) {
      return DoubleShape.ONLY;
    }
    if (type == String.class) {
      return StringShape.ONLY;
    }
    if (type == Json.class) {
      return RawShape.ONLY;
    }
    return composed(type, path);
  }

  private Shape composed(Class<?> type, String path) {
    Shape known = made.get(type);
    if (known != null) {
      if (unfinished.contains(known)) {
        recursive.put(known, type);
      }
      return known;
    }
    if (type.isEnum()) {
      return remember(type, new EnumShape(type));
    }
    if (type.isRecord()) {
      return record(type, path);
    }
    if (type.isInterface() && type.isSealed()) {
      return sealed(type, path);
    }
    if (type == Object.class || type == Record.class
        || (type.isInterface() && !type.getName().startsWith("java."))) {
      open = open == null ? path : open;
      return RuntimeShape.ONLY;
    }
    throw new IllegalArgumentException(path + ": " + type.getName() + " has no JSON form" + ALLOWED);
  }

  private Shape remember(Class<?> type, Shape shape) {
    made.put(type, shape);
    return shape;
  }

  private RecordShape record(Class<?> type, String path) {
    if (type.getTypeParameters().length > 0) {
      throw new IllegalArgumentException(
          path + ": " + type.getName() + " is generic, which has no JSON form");
    }
    RecordShape shape = new RecordShape(type, null, new Accessors(type)::constructor);
    remember(type, shape);
    unfinished.add(shape);
    shape.complete(components(type));
    unfinished.remove(shape);
    return shape;
  }

  private SealedShape sealed(Class<?> type, String path) {
    SealedShape shape = new SealedShape(type);
    remember(type, shape);
    unfinished.add(shape);
    for (Class<?> variant : Variants.of(type)) {
      RecordShape record = (RecordShape) composed(variant, path + "." + Names.of(variant));
      last.add(() -> shape.add(record));
    }
    unfinished.remove(shape);
    return shape;
  }

  private List<Component> components(Class<?> type) {
    Accessors accessors = new Accessors(type);
    List<Component> components = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String path = type.getSimpleName() + "." + component.getName();
      Shape shape = ranged(any(component.getAnnotatedType(), path), component.getAnnotation(Range.class),
          path);
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (nullable && component.getType().isPrimitive()) {
        throw new IllegalArgumentException(path + ": a primitive cannot be @Nullable");
      }
      components
          .add(new Component(component.getName(), new SerializedString(component.getName()), shape, nullable,
              accessors.of(component)));
    }
    return components;
  }

  private static Shape ranged(Shape shape, @Nullable Range range, String path) {
    if (range == null) {
      return shape;
    }
    if (!(shape instanceof IntegerShape integer)) {
      throw new IllegalArgumentException(path + ": @Range belongs to int and long");
    }
    IntegerShape bounded = integer.within(range);
    if (bounded.min() > bounded.max()) {
      throw new IllegalArgumentException(path + ": @Range allows no value at all");
    }
    return bounded;
  }

  private Shape any(AnnotatedType annotated, String path) {
    Type type = annotated.getType();
    if (type instanceof Class<?> plain) {
      return plain(plain, path);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw
        && annotated instanceof AnnotatedParameterizedType with) {
      AnnotatedType[] arguments = with.getAnnotatedActualTypeArguments();
      if (raw == List.class) {
        return new ListShape(element(arguments[0], path), false);
      }
      if (SETS.contains(raw)) {
        key(arguments[0], path);
        return new ListShape(element(arguments[0], path), true);
      }
      if (MAPS.contains(raw)) {
        return new MapShape(key(arguments[0], path), element(arguments[1], path));
      }
    }
    throw new IllegalArgumentException(path + ": " + type.getTypeName() + " has no JSON form" + ALLOWED);
  }

  private Shape element(AnnotatedType type, String path) {
    if (type.isAnnotationPresent(Nullable.class)) {
      throw new IllegalArgumentException(path + ": what is in a collection cannot be @Nullable");
    }
    return any(type, path);
  }

  private KeyShape key(AnnotatedType annotated, String path) {
    if (annotated.getType() == Integer.class) {
      return new KeyShape.Digits();
    }
    if (annotated.getType() == String.class) {
      return new KeyShape.Text();
    }
    if (annotated.getType() instanceof Class<?> type && type.isEnum()) {
      return new KeyShape.Constants((EnumShape) composed(type, path));
    }
    throw new IllegalArgumentException(
        path + ": keys, and what is in a sorted set, must be Integer, String or an enum");
  }
}
