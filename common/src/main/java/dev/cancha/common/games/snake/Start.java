package dev.cancha.common.games.snake;

import dev.cancha.common.game.Setup;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a match begins: the snakes stand in two columns, at the left and at the right, and look at each other. Each side
 * is spread evenly from top to bottom; chance draws who stands where.
 */
final class Start {
  private static final int LENGTH = 3;

  private Start() {}

  static Match of(Setup setup, Options options) {
    List<Integer> seats = setup.chance().shuffled(List.copyOf(setup.seats()));
    Board.Size size = new Board.Size(options.width(), options.height());
    SortedMap<Integer, Snake> snakes = new TreeMap<>();
    for (int place = 0; place < seats.size(); place++) {
      boolean left = place % 2 == 0;
      int onThisSide = (seats.size() + (left ? 1 : 0)) / 2;
      int y = (2 * (place / 2) + 1) * size.height() / (2 * onThisSide);
      int x = left ? LENGTH : size.width() - 1 - LENGTH;
      snakes.put(seats.get(place),
          new Snake(List.of(x, y), (left ? "l" : "r").repeat(LENGTH - 1), true, null));
    }
    Board empty = new Board(size, snakes, List.of(), options.seconds());
    return new Match(options, Larder.filled(empty, options.food(), setup.chance()), new TreeMap<>(),
        new TreeMap<>(), 0);
  }
}
