package dev.cancha.app.load;

import java.util.function.Function;

/**
 * A server that is measured. Each way to keep a room's inputs will be one more: {@code off} is what a server does
 * today.
 */
enum Contender {
  CANCHA("cancha", ServerProcess::cancha),
  /** What the others are divided by. */
  BARE("bare", ServerProcess::bare);

  private final String title;
  private final Function<Placement, ServerProcess> launch;

  Contender(String title, Function<Placement, ServerProcess> launch) {
    this.title = title;
    this.launch = launch;
  }

  String title() {
    return title;
  }

  ServerProcess start(Placement placement) {
    return launch.apply(placement);
  }

  Entrance entrance(Pair pair, int number) {
    return this == BARE ? new BareEntrance(pair, number) : new CanchaEntrance(pair);
  }
}
