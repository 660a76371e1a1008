package dev.cancha.common.wire;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something immutable that is made when it is first needed: a server reads what clients send and writes the rest, and a
 * client the other way round, so neither pays for both when it starts. Safe for all threads; two that come at once may
 * both make one, and either is right.
 */
final class Lazily<T> {
  private final Supplier<T> maker;
  private volatile @Nullable T made;

  Lazily(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    T ready = made;
    if (ready == null) {
      ready = maker.get();
      made = ready;
    }
    return ready;
  }
}
