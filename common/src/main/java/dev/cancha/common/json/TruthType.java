package dev.cancha.common.json;

import dev.cancha.common.game.Game;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a game's states are: the first type argument that its class gives to {@link Game}. */
public final class TruthType {
  /** What was found before, since each room asks, and looking costs more than folding a short room. */
  private static final ClassValue<Optional<JsonType<?>>> FOUND = new ClassValue<>() {
    @Override
    protected Optional<JsonType<?>> computeValue(Class<?> game) {
      return Optional.ofNullable(find(game));
    }
  };

  private TruthType() {}

  /** Null where they cannot be read back from JSON, or where the class does not say what they are. */
  @SuppressWarnings("unchecked") // the argument for S is the class of S
  public static <S> @Nullable JsonType<S> of(Game<S, ?> game) {
    return (JsonType<S>) FOUND.get(game.getClass()).orElse(null);
  }

  private static @Nullable JsonType<?> find(Class<?> game) {
    Type found = argument(game, new LinkedHashMap<>());
    if (!(found instanceof Class<?> type)) {
      return null;
    }
    try {
      JsonType<?> form = JsonType.of(type);
      form.schema(); // refuses a type that can only be written
      return form;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** {@code known}: what stands for the variables of {@code type}. */
  private static @Nullable Type argument(@Nullable Type type, Map<TypeVariable<?>, Type> known) {
    Class<?> raw = raw(type);
    if (raw == null || !Game.class.isAssignableFrom(raw)) {
      return null;
    }
    Map<TypeVariable<?>, Type> variables = new LinkedHashMap<>();
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      for (int i = 0; i < arguments.length; i++) {
        variables.put(raw.getTypeParameters()[i], known.getOrDefault(arguments[i], arguments[i]));
      }
    }
    if (raw == Game.class) {
      return variables.get(raw.getTypeParameters()[0]);
    }
    Type found = argument(raw.getGenericSuperclass(), variables);
    for (Type each : raw.getGenericInterfaces()) {
      found = found == null ? argument(each, variables) : found;
    }
    return found;
  }

  private static @Nullable Class<?> raw(@Nullable Type type) {
    if (type instanceof ParameterizedType generic) {
      return (Class<?>) generic.getRawType();
    }
    return type instanceof Class<?> plain ? plain : null;
  }
}
