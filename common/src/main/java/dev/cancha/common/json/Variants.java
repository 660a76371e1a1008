package dev.cancha.common.json;

import java.util.ArrayList;
import java.util.List;

/** The records of a sealed interface, and the way back. */
final class Variants {
  private Variants() {}

  /** The records below {@code sealed}, in the order of their declaration; interfaces between are left out. */
  static List<Class<?>> of(Class<?> sealed) {
    List<Class<?>> records = new ArrayList<>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isRecord()) {
        records.add(permitted);
      } else if (permitted.isInterface() && permitted.isSealed()) {
        records.addAll(of(permitted));
      } else {
        throw new IllegalArgumentException(permitted.getName() + " is a variant of " + sealed.getName()
            + ", but neither a record nor a sealed interface");
      }
    }
    return records;
  }

  /** The sealed interface of which {@code type} is a variant, or {@code type} itself. */
  static Class<?> declared(Class<?> type) {
    for (Class<?> above : type.getInterfaces()) {
      if (type.isRecord() && above.isSealed()) {
        return above;
      }
    }
    return type;
  }
}
