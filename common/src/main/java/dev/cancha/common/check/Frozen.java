package dev.cancha.common.check;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks whatever can be reached from a value, and finds what can change or has no order. Owner: one call. */
final class Frozen {
  private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
    @Override
    protected List<Field> computeValue(Class<?> type) {
      return fields(type);
    }
  };
  /** Equal to nothing: to take it out of a collection changes nothing. */
  private static final Object NOTHING = new Object();

  private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());

  private Frozen() {}

  /**
   * Where a value is not what it should be.
   *
   * @param path from the root, as one would write it
   * @param what a sentence that continues the path
   */
  record Fault(String path, String what, String right) {}

  static @Nullable Fault faultIn(String name, @Nullable Object root) {
    return new Frozen().walk(name, root);
  }

  private @Nullable Fault walk(String path, @Nullable Object value) {
    if (value == null || plain(value) || !known.add(value)) {
      return null;
    }
    return switch (value) {
      case Collection<?> all -> collection(path, all);
      case Map<?, ?> all -> map(path, all);
      case Optional<?> perhaps -> walk(path, perhaps.orElse(null));
      default -> value.getClass().isArray() ? array(path, value) : object(path, value);
    };
  }

  private static boolean plain(Object value) {
    return value instanceof String || value instanceof Boolean || value instanceof Character
        || value instanceof Enum<?> || value instanceof Class<?>
        || (value instanceof Number && value.getClass().getPackageName().matches("java\\.(lang|math)"))
        || value.getClass().getPackageName().startsWith("java.time");
  }

  private static @Nullable Fault array(String path, Object value) {
    return Array.getLength(value) == 0 ? null
        : new Fault(path, "is an array, which anyone can change", "Use a List, copied by List.copyOf.");
  }

  private @Nullable Fault collection(String path, Collection<?> all) {
    if (!(all instanceof SequencedCollection<?>) && all instanceof Set<?> && all.size() > 1) {
      return new Fault(path,
          "is a " + all.getClass().getName() + ", whose order differs from one JVM to the next",
          "Use a SortedSet, copied by Collections.unmodifiableSortedSet(new TreeSet<>(set)).");
    }
    if (!isFixed(all)) {
      return new Fault(path, "is a " + all.getClass().getName() + ", which can be changed",
          all instanceof Set<?>
              ? "Copy it in the constructor, by Collections.unmodifiableSortedSet(new TreeSet<>(set))."
              : "Copy it in the constructor, by List.copyOf.");
    }
    int at = 0;
    for (Object each : all) {
      Fault fault = walk(path + "[" + at++ + "]", each);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private @Nullable Fault map(String path, Map<?, ?> all) {
    if (!(all instanceof SequencedMap<?, ?>) && all.size() > 1) {
      return new Fault(path,
          "is a " + all.getClass().getName() + ", whose order differs from one JVM to the next",
          "Use a SortedMap, copied by Collections.unmodifiableSortedMap(new TreeMap<>(map)).");
    }
    if (!fixed(all.getClass(), () -> all.remove(NOTHING))) {
      return new Fault(path, "is a " + all.getClass().getName() + ", which can be changed",
          "Copy it in the constructor, by Collections.unmodifiableSortedMap(new TreeMap<>(map)).");
    }
    for (Map.Entry<?, ?> each : all.entrySet()) {
      Fault fault = walk(path + ".key", each.getKey());
      fault = fault == null ? walk(path + "[" + each.getKey() + "]", each.getValue()) : fault;
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private static boolean isFixed(Collection<?> all) {
    return fixed(all.getClass(), () -> all.remove(NOTHING));
  }

  /** The JDK's own are known by name; others must say that they cannot be changed when one tries. */
  private static boolean fixed(Class<?> type, Runnable change) {
    String name = type.getName();
    if (name.startsWith("java.util.ImmutableCollections$")
        || name.startsWith("java.util.Collections$Unmodifiable")
        || name.startsWith("java.util.Collections$Empty")
        || name.startsWith("java.util.Collections$Singleton")
        || name.startsWith("java.util.Collections$CopiesList")) {
      return true;
    }
    try {
      change.run();
      return false;
    } catch (UnsupportedOperationException e) {
      return true;
    } catch (RuntimeException e) {
      return false; // it would have compared
    }
  }

  private @Nullable Fault object(String path, Object value) {
    Class<?> type = value.getClass();
    if (type.getName().startsWith("java.")) {
      return new Fault(path, "is a " + type.getName() + ", which can change",
          "Keep numbers, texts, enums, records, lists and sorted collections.");
    }
    for (Field field : FIELDS.get(type)) {
      String here = path + "." + field.getName();
      if (!Modifier.isFinal(field.getModifiers())) {
        return new Fault(here, "is a field of " + type.getName() + " that is not final", "Make it a record.");
      }
      Fault fault = field.getType().isPrimitive() ? null : walk(here, valueOf(field, value));
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private static @Nullable Object valueOf(Field field, Object of) {
    try {
      return field.get(of);
    } catch (IllegalAccessException e) {
      return null; // it could not be opened, so nobody else can change it from outside either
    }
  }

  private static List<Field> fields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> at = type; at != null && !at.getName().startsWith("java."); at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
          try {
            field.setAccessible(true);
          } catch (InaccessibleObjectException e) {
            continue; // of a module that keeps its own
          }
          fields.add(field);
        }
      }
    }
    return List.copyOf(fields);
  }
}
