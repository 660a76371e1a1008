package dev.cancha.common.json;

import java.lang.invoke.CallSite;
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

  /** From the record to one component. */
  Function<Object, @Nullable Object> of(RecordComponent component) {
    try {
      return new Getter(lookup, lookup.unreflect(component.getAccessor()));
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(type.getName() + "." + component.getName() + " cannot be read", e);
    }
  }

  /**
   * One component's: a handle, and once it was called often a compiled lambda, which costs a class and is called faster
   * than a handle that is no constant. Those can only be made for classes of our own module, and the records of a game
   * in a jar of its own are not.
   */
  private static final class Getter implements Function<Object, @Nullable Object> {
    private static final int OFTEN = 5_000;

    private final MethodHandles.Lookup lookup;
    private final MethodHandle direct;
    private final MethodHandle handle;
    /** Threads that count at once lose some, or compile it twice: either is as good. */
    private int calls;
    private @Nullable Function<Object, @Nullable Object> compiled;

    Getter(MethodHandles.Lookup lookup, MethodHandle direct) {
      this.lookup = lookup;
      this.direct = direct;
      handle = direct.asType(GETTER);
    }

    @Override
    public @Nullable Object apply(Object value) {
      Function<Object, @Nullable Object> lambda = compiled;
      if (lambda != null) {
        return lambda.apply(value);
      }
      if (calls < OFTEN && ++calls == OFTEN && lookup.hasFullPrivilegeAccess()) {
        compiled = compile();
      }
      try {
        return (@Nullable Object) handle.invokeExact(value);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("a component of " + value.getClass().getName() + " could not be read",
            e);
      }
    }

    @SuppressWarnings("unchecked") // it was made to be one
    private Function<Object, @Nullable Object> compile() {
      try {
        CallSite site = LambdaMetafactory.metafactory(lookup, "apply", MethodType.methodType(Function.class),
            GETTER, direct, direct.type().wrap());
        return (Function<Object, @Nullable Object>) site.getTarget().invoke();
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("a component's accessor could not be compiled", e);
      }
    }
  }
}
