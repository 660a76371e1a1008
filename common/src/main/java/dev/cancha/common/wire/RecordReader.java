package dev.cancha.common.wire;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Invalid;
import dev.cancha.common.message.Json;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads an object as a record: a member for each component, in any order, others ignored. What is not marked
 * {@code @Nullable} must be there. Immutable.
 */
final class RecordReader<R extends Record> implements ValueReader {
  private final Map<String, Integer> positions = new HashMap<>();
  private final Member[] members;
  private final Class<R> type;
  /** Made when first needed: it takes a while, and a client hears few of all the messages. */
  private @Nullable MethodHandle constructor;

  /** @param readsNull whether a literal {@code null} is a value here instead of an absent one */
  private record Member(String name, ValueReader reader, boolean required, boolean readsNull) {}

  RecordReader(Class<R> type, String path) {
    RecordComponent[] components = type.getRecordComponents();
    members = new Member[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      String name = path + component.getName();
      members[i] = new Member(name, ValueReaders.of(component.getGenericType(), name + "."),
          !component.getAnnotatedType().isAnnotationPresent(Nullable.class),
          component.getType() == Json.class);
      positions.put(component.getName(), i);
    }
    this.type = type;
  }

  @Override
  public R read(JsonInput in, String member) {
    if (in.token() != JsonToken.START_OBJECT) {
      throw ValueReader.wrongKind(member, "an object");
    }
    return readMembers(in);
  }

  /** Reads what follows in the object that the parser is in. */
  R readMembers(JsonInput in) {
    @Nullable
    Object[] values = new @Nullable Object[members.length];
    for (String name = in.parser().nextName(); name != null; name = in.parser().nextName()) {
      JsonToken token = in.parser().nextToken();
      Integer position = positions.get(name);
      if (position == null) {
        in.parser().skipChildren();
        continue;
      }
      Member member = members[position];
      if (token != JsonToken.VALUE_NULL || member.readsNull) {
        values[position] = member.reader.read(in, member.name);
      }
    }
    for (int i = 0; i < members.length; i++) {
      if (values[i] == null && members[i].required) {
        throw new Invalid(ErrorCode.BAD_MESSAGE, "'" + members[i].name + "' is missing");
      }
    }
    return construct(values);
  }

  @SuppressWarnings("unchecked") // because the constructor is that of R
  private R construct(@Nullable Object[] values) {
    try {
      return (R) (Object) constructor().invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("The constructor of a message threw a checked exception", e);
    }
  }

  /** Two threads may make it at once, and either is as good. */
  private MethodHandle constructor() {
    MethodHandle made = constructor;
    if (made == null) {
      made = constructor(type);
      constructor = made;
    }
    return made;
  }

  private static MethodHandle constructor(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] parameters = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      parameters[i] = components[i].getType();
    }
    try {
      return MethodHandles.publicLookup()
          .findConstructor(type, MethodType.methodType(void.class, parameters))
          .asSpreader(Object[].class, parameters.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("A message must be a public record: " + type, e);
    }
  }
}
