package dev.cancha.app.load;

/** The clients of one room of a game that ticks. On the crowd's event loop. */
interface Group extends Party {
  /** Its match is to begin, the first or another. */
  void begin();

  /** It is not needed any more. */
  void leave();
}
