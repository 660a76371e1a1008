package dev.cancha.common.json;

import java.util.Locale;

/** How Java names stand in JSON: lowerCamelCase. */
final class Names {
  private Names() {}

  /** {@code Bid} becomes {@code bid}. */
  static String of(Class<?> type) {
    return lowerFirst(type.getSimpleName());
  }

  /** {@code UP} becomes {@code up}, {@code NO_SUCH_GAME} becomes {@code noSuchGame}. */
  static String of(Enum<?> constant) {
    String name = constant.name();
    if (name.chars().anyMatch(Character::isLowerCase)) {
      return lowerFirst(name);
    }
    StringBuilder camel = new StringBuilder(name.length());
    for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
      camel.append(camel.isEmpty() ? word : upperFirst(word));
    }
    return camel.toString();
  }

  private static String lowerFirst(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static String upperFirst(String word) {
    return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
