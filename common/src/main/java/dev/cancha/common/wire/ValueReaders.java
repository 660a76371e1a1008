package dev.cancha.common.wire;

import dev.cancha.common.message.Json;
import dev.cancha.common.message.Protocol;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The reader of each type that a component of a message may have. Strict: nothing is converted into anything. */
final class ValueReaders {
  private ValueReaders() {}

  /** @param path the names of the members around this one, with a dot after each */
  static ValueReader of(Type type, String path) {
    return switch (type) {
      case ParameterizedType generic when generic.getRawType() == List.class ->
        list(of(generic.getActualTypeArguments()[0], path));
      case ParameterizedType generic when generic.getRawType() == SortedMap.class ->
        map(key(generic.getActualTypeArguments()[0]), of(generic.getActualTypeArguments()[1], path));
      case Class<?> plain -> of(plain, path);
      default -> throw new IllegalArgumentException("No message may have a component of type " + type);
    };
  }

  private static ValueReader of(Class<?> type, String path) {
    if (type == String.class) {
      return ValueReaders::text;
    } else if (type == Integer.class || type == int.class) {
      return (in, member) -> (int) integer(in, member, Integer.MAX_VALUE);
    } else if (type == Long.class || type == long.class) {
      return (in, member) -> integer(in, member, Protocol.MAX_INTEGER);
    } else if (type == Boolean.class || type == boolean.class) {
      return ValueReaders::bool;
    } else if (type == Json.class) {
      return (in, member) -> in.rawValue();
    } else if (type.isEnum()) {
      return constant(type);
    }
    return new RecordReader<>(type.asSubclass(Record.class), path);
  }

  private static String text(JsonInput in, String member) {
    if (in.token() != JsonToken.VALUE_STRING) {
      throw ValueReader.wrongKind(member, "text");
    }
    String text = in.parser().getString();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
          // Escapes can write one; UTF-8 cannot, so it could not be sent on.
          throw ValueReader.wrongKind(member, "text without half a surrogate pair");
        }
        i++;
      }
    }
    return text;
  }

  private static long integer(JsonInput in, String member, long max) {
    JsonParser parser = in.parser();
    if (in.token() != JsonToken.VALUE_NUMBER_INT) {
      throw ValueReader.wrongKind(member, "an integer");
    }
    // 18 characters always fit a long, and 2^53 has 16 digits.
    long value = parser.getStringLength() > 18 ? Long.MAX_VALUE : parser.getLongValue();
    if (value > max || value < -max) {
      throw ValueReader.wrongKind(member, "an integer of at most " + max);
    }
    return value;
  }

  private static Boolean bool(JsonInput in, String member) {
    return switch (in.token()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case null, default -> throw ValueReader.wrongKind(member, "true or false");
    };
  }

  private static ValueReader constant(Class<?> type) {
    Map<String, Object> constants = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      String name = WireNames.of((Enum<?>) constant);
      constants.put(name, constant);
      names.add("'" + name + "'");
    }
    String right = String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    return (in, member) -> {
      Object constant = in.token() == JsonToken.VALUE_STRING ? constants.get(in.parser().getString()) : null;
      if (constant == null) {
        throw ValueReader.wrongKind(member, right);
      }
      return constant;
    };
  }

  private static ValueReader list(ValueReader element) {
    return (in, member) -> {
      if (in.token() != JsonToken.START_ARRAY) {
        throw ValueReader.wrongKind(member, "an array");
      }
      List<Object> values = new ArrayList<>();
      while (in.parser().nextToken() != JsonToken.END_ARRAY) {
        values.add(element.read(in, member));
      }
      return values;
    };
  }

  private static ValueReader map(Function<String, Object> key, ValueReader value) {
    return (in, member) -> {
      if (in.token() != JsonToken.START_OBJECT) {
        throw ValueReader.wrongKind(member, "an object");
      }
      SortedMap<Object, Object> values = new TreeMap<>();
      for (String name = in.parser().nextName(); name != null; name = in.parser().nextName()) {
        in.parser().nextToken();
        try {
          values.put(key.apply(name), value.read(in, member));
        } catch (NumberFormatException e) {
          throw ValueReader.wrongKind(member, "an object whose keys are seats");
        }
      }
      return values;
    };
  }

  private static Function<String, Object> key(Type type) {
    return type == Integer.class ? Integer::valueOf : name -> name;
  }
}
