package dev.cancha.common.check;

import dev.cancha.common.game.GameInfo;
import dev.cancha.common.json.JsonType;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a match begins.
 *
 * @param number which match of its room it is, from 0
 * @param draws the seed of the chance that the start gets
 */
record Opening(SortedSet<Integer> seats, Record options, int number, long draws) {
  Opening {
    seats = Collections.unmodifiableSortedSet(new TreeSet<>(seats));
  }

  Opening withSeats(SortedSet<Integer> fewer) {
    return new Opening(fewer, options, number, draws);
  }

  /** The first match of a room with those options. */
  Opening first(Record others) {
    return new Opening(seats, others, 0, draws);
  }

  String text(GameInfo<?> info) {
    return "seats " + seats + (number == 0 ? "" : ", match number " + number + " of its room")
        + (options.equals(info.types().options()) ? "" : ", options " + written(options.getClass(), options));
  }

  private static <T> String written(Class<T> type, Object value) {
    return Words.brief(JsonType.of(type).write(type.cast(value)).toString());
  }
}
