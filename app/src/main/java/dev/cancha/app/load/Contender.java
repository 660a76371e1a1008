package dev.cancha.app.load;

import java.util.Arrays;
import java.util.Locale;

/** A server that is measured: Cancha in each way to keep a room's inputs, and the one that keeps nothing. */
enum Contender {
  /** What the others are divided by. */
  BARE,
  /** Rooms show at once what they decide, and store nothing. */
  OFF,
  /** Rooms show at once what they decide, and store it meanwhile. */
  RELAXED,
  /** Rooms show what is on disk. */
  DURABLE;

  /** As the setting {@code durability} has it; {@link #BARE} is no such word. */
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Cancha with this value of the setting {@code durability}. */
  static Contender of(String durability) {
    return Arrays.stream(values())
        .filter(each -> each != BARE && each.title().equals(durability))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "--durability must be off, relaxed or durable, but is " + durability + "."));
  }

  ServerProcess start(Placement placement) {
    return this == BARE ? ServerProcess.bare(placement) : ServerProcess.cancha(placement, title());
  }

  Entrance entrance(Pair pair, int number) {
    return this == BARE ? new BareEntrance(pair, number) : new CanchaEntrance(pair);
  }
}
