package dev.cancha.common.check;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Range;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Draws values of the types that have a form in JSON. Owner: one call. */
final class Values {
  private static final int DEEPEST = 8;
  private static final int LONGEST = 3;
  /** Where no bounds are said, numbers are from -2 to 12, as those of most games are. */
  private static final long LEAST = -2;
  private static final long MOST = 12;

  private final Chance chance;

  private Values(Chance chance) {
    this.chance = chance;
  }

  /** There is no such value, or none that is known here. */
  private static final class Unmakable extends Exception {
    private static final long serialVersionUID = 1L;

    Unmakable() {
      super(null, null, false, false);
    }
  }

  /** A value of {@code type}, or null where none could be made. */
  static @Nullable Object of(Class<?> type, Chance chance) {
    try {
      return new Values(chance).value(type, null, 0);
    } catch (Unmakable e) {
      return null;
    }
  }

  /** {@code defaults}, in which those components that have bounds, enums and booleans may be others. */
  static Record options(Record defaults, Chance chance) {
    try {
      Values values = new Values(chance);
      RecordComponent[] components = defaults.getClass().getRecordComponents();
      @Nullable
      Object[] drawn = new @Nullable Object[components.length];
      for (int i = 0; i < components.length; i++) {
        Range range = components[i].getAnnotation(Range.class);
        Class<?> type = components[i].getType();
        boolean bounded = range != null || type.isEnum() || type == boolean.class;
        if (bounded && chance.below(2) == 0) {
          drawn[i] = values.value(type, range, 0);
        } else {
          components[i].getAccessor().setAccessible(true);
          drawn[i] = components[i].getAccessor().invoke(defaults);
        }
      }
      return (Record) make(defaults.getClass(), drawn);
    } catch (Unmakable | ReflectiveOperationException e) {
      return defaults;
    }
  }

  private @Nullable Object value(Type type, @Nullable Range range, int depth) throws Unmakable {
    if (depth > DEEPEST) {
      throw new Unmakable();
    }
    if (type instanceof ParameterizedType generic) {
      return collection(generic, depth + 1);
    }
    if (!(type instanceof Class<?> plain)) {
      throw new Unmakable();
    }
    if (plain == int.class || plain == Integer.class) {
      return (int) number(range);
    } else if (plain == long.class || plain == Long.class) {
      return number(range);
    } else if (plain == boolean.class || plain == Boolean.class) {
      return chance.below(2) == 0;
    } else if (plain == double.class || plain == Double.class) {
      return number(range) / 2.0;
    } else if (plain == String.class) {
      return chance.pick(List.of("", "a", "Ñandú", "0"));
    } else if (plain.isEnum()) {
      return chance.pick(Arrays.asList(plain.getEnumConstants()));
    } else if (plain.isRecord()) {
      return record(plain, depth + 1);
    } else if (plain.isSealed()) {
      return value(chance.pick(Arrays.asList(plain.getPermittedSubclasses())), null, depth + 1);
    }
    throw new Unmakable();
  }

  private long number(@Nullable Range range) {
    long least = range == null ? LEAST : range.min();
    long most = range == null ? MOST : range.max();
    long span = Math.min(most - least, Integer.MAX_VALUE - 1L);
    return switch (chance.below(8)) {
      case 0 -> least;
      case 1 -> most;
      default -> least + chance.below((int) span + 1);
    };
  }

  private Object record(Class<?> type, int depth) throws Unmakable {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable
    Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      boolean nullable = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
      values[i] = nullable && chance.below(3) == 0 ? null
          : value(components[i].getGenericType(), components[i].getAnnotation(Range.class), depth);
    }
    return make(type, values);
  }

  private static Object make(Class<?> type, @Nullable Object[] values) throws Unmakable {
    Class<?>[] types = Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getType)
        .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new Unmakable(); // the constructor refuses these, as it would where they come from a client
    }
  }

  private Object collection(ParameterizedType type, int depth) throws Unmakable {
    Type[] arguments = type.getActualTypeArguments();
    List<@Nullable Object> elements = new ArrayList<>();
    for (int i = chance.below(LONGEST + 1); i > 0; i--) {
      elements.add(value(arguments[arguments.length - 1], null, depth));
    }
    Class<?> raw = (Class<?>) type.getRawType();
    try {
      if (raw == List.class) {
        return List.copyOf(elements);
      } else if (raw.isAssignableFrom(SortedSet.class)) {
        return new TreeSet<>(elements);
      } else if (raw.isAssignableFrom(SortedMap.class)) {
        SortedMap<Object, @Nullable Object> map = new TreeMap<>();
        for (Object element : elements) {
          map.put(Objects.requireNonNull(value(arguments[0], null, depth)), element);
        }
        return map;
      }
    } catch (ClassCastException | NullPointerException e) {
      throw new Unmakable(); // elements without an order
    }
    throw new Unmakable();
  }
}
