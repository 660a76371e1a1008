package dev.cancha.common.json;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the components of one record are taken out and put together without reflection at each call. */
final class Accessors {
  private static final MethodType APPLY = MethodType.methodType(Object.class, Object.class);

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

  /** From the record to one component: a class of its own, which the JIT compiler can see through. */
  @SuppressWarnings("unchecked") // the call site is made with the type of Function::apply
  Function<Object, @Nullable Object> of(RecordComponent component) {
    try {
      MethodHandle getter = lookup.unreflect(component.getAccessor());
      return (Function<Object, @Nullable Object>) LambdaMetafactory.metafactory(lookup, "apply",
          MethodType.methodType(Function.class), APPLY, getter, getter.type().wrap()).getTarget().invoke();
    } catch (Throwable e) {
      throw new IllegalArgumentException(type.getName() + "." + component.getName() + " cannot be read", e);
    }
  }
}
