package dev.cancha.common.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the components of one record are taken out and put together without reflection at each call. */
final class Accessors {
  private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);

  private final Class<?> type;
  private final MethodHandles.Lookup lookup;

  Accessors(Class<?> type) {
    this.type = type;
    try {
      lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(type.getName() + " cannot be looked into", e);
    }
  }

  /** From an array of all components to the record. */
  MethodHandle constructor() {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return lookup.findConstructor(type, MethodType.methodType(void.class, types))
          .asSpreader(Object[].class, types.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " cannot be made", e);
    }
  }

  /**
   * From the record to one component. A handle and not a compiled lambda: those can only be made for classes of our
   * own module, and the records of a game in a jar of its own are not.
   */
  Function<Object, @Nullable Object> of(RecordComponent component) {
    MethodHandle getter;
    try {
      getter = lookup.unreflect(component.getAccessor()).asType(GETTER);
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(type.getName() + "." + component.getName() + " cannot be read", e);
    }
    return value -> get(getter, value);
  }

  private static @Nullable Object get(MethodHandle getter, Object value) {
    try {
      return (@Nullable Object) getter.invokeExact(value);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a component of " + value.getClass().getName() + " could not be read",
          e);
    }
  }
}
