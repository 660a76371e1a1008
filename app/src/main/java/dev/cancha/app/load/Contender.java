package dev.cancha.app.load;

/**
 * A server that is measured. Each way to keep a room's inputs will be one more: {@code off} is what a server does
 * today.
 */
enum Contender {
  CANCHA("cancha"),
  /** What the others are divided by. */
  BARE("bare");

  private final String title;

  Contender(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  ServerProcess start(Placement placement) {
    return switch (this) {
      case CANCHA -> ServerProcess.cancha(placement);
      case BARE -> ServerProcess.bare(placement);
    };
  }

  Entrance entrance(Pair pair, int number) {
    return switch (this) {
      case CANCHA -> new CanchaEntrance(pair);
      case BARE -> new BareEntrance(pair, number);
    };
  }
}
