package dev.cancha.app.match;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The kinds that the records of a game come in: the variants of a sealed interface by their names, a variant that is
 * only the choice of an enum by that too ({@code call dudo}); and for views what their enums and booleans say
 * ({@code special true}). Immutable.
 */
final class Kinds {
  private final Map<Class<?>, Variant> variants = new LinkedHashMap<>();
  private final SortedSet<String> declared = new TreeSet<>();

  /** {@code choice} is the one component that is an enum, where there is no other. */
  private record Variant(String name, @Nullable RecordComponent choice) {
    String of(Object value) {
      return choice == null ? name : name + " " + word(read(choice, value));
    }
  }

  private Kinds() {}

  /** Of acts, or of events; null where there are none. */
  static Kinds of(@Nullable Class<?> type) {
    Kinds kinds = new Kinds();
    if (type != null) {
      kinds.add(type);
    }
    return kinds;
  }

  private void add(Class<?> type) {
    if (type.isSealed()) {
      Arrays.stream(type.getPermittedSubclasses()).forEach(this::add);
      return;
    }
    RecordComponent choice = choice(type);
    Variant variant = new Variant(camel(type.getSimpleName()), choice);
    variants.put(type, variant);
    if (choice == null) {
      declared.add(variant.name);
    } else {
      constants(choice.getType()).forEach(word -> declared.add(variant.name + " " + word));
    }
  }

  private static @Nullable RecordComponent choice(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    return components != null && components.length == 1 && components[0].getType().isEnum() ? components[0]
        : null;
  }

  /** All that there can be. */
  SortedSet<String> declared() {
    return declared;
  }

  /** All that there can be, where only the names of events are told. */
  SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    variants.values().forEach(variant -> names.add(variant.name));
    return names;
  }

  /** That of {@code value}. */
  String of(Object value) {
    Variant variant = variants.get(value.getClass());
    return variant == null ? camel(value.getClass().getSimpleName()) : variant.of(value);
  }

  /** The components of a view that say in which of a few ways the match stands. */
  record Faces(List<RecordComponent> components) {
    static Faces of(Class<?> view) {
      List<RecordComponent> few = new ArrayList<>();
      if (view.isRecord()) {
        for (RecordComponent each : view.getRecordComponents()) {
          if (each.getType().isEnum() || each.getType() == boolean.class || each.getType() == Boolean.class) {
            few.add(each);
          }
        }
      }
      return new Faces(few);
    }

    SortedSet<String> declared() {
      SortedSet<String> declared = new TreeSet<>();
      for (RecordComponent each : components) {
        constants(each.getType()).forEach(word -> declared.add(each.getName() + " " + word));
      }
      return declared;
    }

    List<String> of(Object view) {
      List<String> faces = new ArrayList<>(components.size());
      for (RecordComponent each : components) {
        Object value = read(each, view);
        if (value != null) {
          faces.add(each.getName() + " " + word(value));
        }
      }
      return faces;
    }
  }

  private static List<String> constants(Class<?> type) {
    return type.isEnum() ? Arrays.stream(type.getEnumConstants()).map(Kinds::word).toList()
        : List.of("false", "true");
  }

  private static String word(@Nullable Object value) {
    if (!(value instanceof Enum<?> constant)) {
      return String.valueOf(value);
    }
    String[] words = constant.name().toLowerCase(java.util.Locale.ROOT).split("_", -1);
    StringBuilder camel = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      camel.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return camel.toString();
  }

  private static String camel(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static @Nullable Object read(RecordComponent component, Object value) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true); // records of games need not be public
      return accessor.invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
