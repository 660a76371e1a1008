package dev.cancha.app.replay;

import dev.cancha.app.text.Show;
import java.io.IOException;

/** Where a match can be looked at step by step: a terminal that can be drawn on. */
@FunctionalInterface
public interface Screening {
  /** Shows {@code show} until it is over. */
  void run(Show show) throws IOException;
}
