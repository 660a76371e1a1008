package dev.cancha.server;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValueFactory;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings the three sources of settings together: the packaged file, a file of the operator's, and {@code --set}. */
final class ConfigSource {
  private static final String PACKAGED = "cancha.conf";
  private static final String SET = "--set ";

  private ConfigSource() {}

  /** All settings, each with the place it came from; not checked yet. */
  static Config merged(@Nullable Path file, List<String> sets) {
    URL packaged = Objects.requireNonNull(ConfigSource.class.getResource(PACKAGED), PACKAGED);
    Config merged = ConfigFactory.parseURL(packaged, ConfigParseOptions.defaults().setAllowMissing(false));
    if (file != null) {
      merged = parsed(file).withFallback(merged);
    }
    for (String set : sets) {
      merged = with(set, merged);
    }
    try {
      return merged.resolve();
    } catch (ConfigException e) {
      throw new ConfigError(sentence(file, e));
    }
  }

  /** Where a value stands, as people look it up: {@code FILE:LINE}, {@code --set}, or the packaged default. */
  static String place(ConfigOrigin origin) {
    String description = origin.description();
    if (description.startsWith(SET)) {
      return description;
    }
    String name = origin.filename();
    if (name == null || origin.lineNumber() < 0 || origin.url() == null) {
      return name != null && origin.lineNumber() >= 0 ? name + ":" + origin.lineNumber() : description;
    }
    boolean packaged = origin.url().equals(ConfigSource.class.getResource(PACKAGED));
    return (packaged ? "packaged " + PACKAGED : name) + ":" + origin.lineNumber();
  }

  private static Config parsed(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new ConfigError(
          "The configuration file " + file + " cannot be read: give the path of a readable file.");
    }
    try {
      return ConfigFactory.parseFile(file.toFile(),
          ConfigParseOptions.defaults().setAllowMissing(false).setSyntax(ConfigSyntax.CONF));
    } catch (ConfigException e) {
      throw new ConfigError(sentence(file, e));
    }
  }

  /** The value is taken as it is written, without HOCON's quotes and comments: a shell has quoted it already. */
  private static Config with(String set, Config config) {
    int equals = set.indexOf('=');
    if (equals < 1) {
      throw new ConfigError(SET + set + ": must be key=value, such as net.maxConnections=500.");
    }
    String key = set.substring(0, equals).strip();
    String value = set.substring(equals + 1).strip();
    var component = ConfigKeys.ALL.get(key);
    if (component == null) {
      throw ConfigReader.unknown(SET + set, key);
    }
    Object given = component.getType() == List.class ? elements(value) : value;
    return config.withValue(key, ConfigValueFactory.fromAnyRef(given, SET + set));
  }

  /** {@code a,b} or {@code [a, b]}, each with or without quotes. */
  private static List<String> elements(String value) {
    String inner = value.startsWith("[") && value.endsWith("]") ? value.substring(1, value.length() - 1)
        : value;
    return Arrays.stream(inner.split(",", -1))
        .map(String::strip)
        .map(s -> s.length() > 1 && s.startsWith("\"") && s.endsWith("\"") ? s.substring(1, s.length() - 1)
            : s)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  /** What the parser says, on one line, with its place in front. */
  private static String sentence(@Nullable Path file, ConfigException e) {
    String said = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    ConfigOrigin origin = e.origin();
    if (origin == null) {
      return (file == null ? "" : file + ": ") + said;
    }
    return place(origin) + ": " + said.replace(origin.description() + ": ", "");
  }
}
