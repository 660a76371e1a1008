package dev.cancha.server;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.cancha.server.limits.OutOfBounds;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the records of {@link ServerConfig} from merged settings, by the names of their components; no setting is
 * named here, so a component that is added to a record is a setting at once. Bounds are the records' own.
 */
final class ConfigReader {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");
  /** HOCON's own durations take 10 for ten milliseconds and know no min, which nobody expects. */
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})\\s*(ms|s|min|h)");

  private final Config config;

  ConfigReader(Config config) {
    this.config = config;
  }

  ServerConfig read() {
    refuseUnknown("", config.root());
    RecordComponent[] sections = ServerConfig.class.getRecordComponents();
    Object[] values = Arrays.stream(sections).map(this::section).toArray();
    return construct(ServerConfig.class, values, "");
  }

  static ConfigError unknown(String place, String key) {
    String hint = ConfigKeys.nearest(key)
        .map(near -> "did you mean " + near + "?")
        .orElse("config/cancha.conf has every key there is.");
    return new ConfigError(place + ": there is no setting " + key + "; " + hint);
  }

  private void refuseUnknown(String prefix, ConfigObject object) {
    List<Map.Entry<String, ConfigValue>> inOrder = new ArrayList<>(object.entrySet());
    inOrder.sort(Map.Entry.comparingByKey());
    for (Map.Entry<String, ConfigValue> entry : inOrder) {
      String key = prefix + entry.getKey();
      ConfigValue value = entry.getValue();
      boolean section = ConfigKeys.ALL.keySet().stream().anyMatch(known -> known.startsWith(key + "."));
      if (value instanceof ConfigObject inner && !inner.isEmpty()) {
        refuseUnknown(key + ".", inner);
      } else if (section) {
        throw wrong(value, key, "is a section",
            "must have its settings in braces, such as " + key + " { … }");
      } else if (!ConfigKeys.ALL.containsKey(key)) {
        throw unknown(ConfigSource.place(value.origin()), key);
      } else if (value.valueType() == ConfigValueType.NULL) {
        throw wrong(value, key, "is null", "must have a value; leave the line out for the default");
      }
    }
  }

  private Object section(RecordComponent section) {
    RecordComponent[] components = section.getType().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(section.getName() + "." + components[i].getName(), components[i]);
    }
    return construct(section.getType(), values, section.getName() + ".");
  }

  private Object value(String key, RecordComponent component) {
    ConfigValue value = config.getValue(key);
    Class<?> type = component.getType();
    if (type == int.class) {
      return component.getName().endsWith("Bytes") ? bytes(key, value) : integer(key, value);
    } else if (type == Duration.class) {
      return duration(key, value);
    } else if (type == List.class) {
      return list(key, value);
    } else if (type == boolean.class) {
      return truth(key, value);
    } else if (type == String.class) {
      return text(key, value, "text");
    }
    throw new AssertionError(key + " has a type that is not read here: " + type);
  }

  /** From {@code --set} it is a text. */
  private static boolean truth(String key, ConfigValue value) {
    return switch (String.valueOf(value.unwrapped())) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(value, key, "is " + shortened(value.render(ConfigRenderOptions.concise())),
          "must be true or false");
    };
  }

  private static int integer(String key, ConfigValue value) {
    String text = text(key, value, "a whole number");
    if (!WHOLE_NUMBER.matcher(text).matches()) {
      throw wrong(value, key, "is '" + shortened(text) + "'", "must be a whole number, such as 100");
    }
    return clamped(Long.parseLong(text));
  }

  private int bytes(String key, ConfigValue value) {
    String text = text(key, value, "a size");
    try {
      return clamped(config.getBytes(key));
    } catch (ConfigException e) {
      throw wrong(value, key, "is '" + shortened(text) + "'", "must be a size, such as 64 KiB");
    }
  }

  private static Duration duration(String key, ConfigValue value) {
    String text = text(key, value, "a duration");
    Matcher parts = DURATION.matcher(text);
    if (!parts.matches()) {
      throw wrong(value, key, "is '" + shortened(text) + "'",
          "must be a duration with its unit (ms, s, min, h), such as 10 s");
    }
    long number = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "min" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }

  private List<String> list(String key, ConfigValue value) {
    try {
      return config.getStringList(key);
    } catch (ConfigException e) {
      throw wrong(value, key, "is no list of texts",
          "must be a list, such as [\"https://play.example.org\"]");
    }
  }

  /** A number or text as it is written; everything else is wrong. */
  private static String text(String key, ConfigValue value, String wanted) {
    ConfigValueType type = value.valueType();
    if (type != ConfigValueType.STRING && type != ConfigValueType.NUMBER) {
      throw wrong(value, key, "is " + shortened(value.render(ConfigRenderOptions.concise())),
          "must be " + wanted);
    }
    return String.valueOf(value.unwrapped());
  }

  /** Whatever no int can hold is out of every bound anyway; the record's constructor says which. */
  private static int clamped(long value) {
    return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private <T> T construct(Class<T> type, Object[] values, String prefix) {
    try {
      return type.cast(type.getDeclaredConstructors()[0].newInstance(values));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof OutOfBounds bad) {
        ConfigValue value = config.getValue(prefix + bad.component());
        throw new ConfigError(ConfigSource.place(value.origin()) + ": " + prefix + bad.getMessage() + ".");
      }
      throw new AssertionError(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the constructor of " + type.getName() + " cannot be called", e);
    }
  }

  private static ConfigError wrong(ConfigValue value, String key, String is, String must) {
    return new ConfigError(
        ConfigSource.place(value.origin()) + ": " + key + " " + is + ", but " + must + ".");
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
