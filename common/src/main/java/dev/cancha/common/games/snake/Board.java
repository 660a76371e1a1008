package dev.cancha.common.games.snake;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What everyone sees.
 *
 * @param size of the board
 * @param snakes every seat of the match to its snake, dead ones too
 * @param food the cells where food lies, {@code [x, y]} each, those that lie longest first
 * @param secondsLeft after how long the match ends at the latest, rounded up
 */
public record Board(Size size, SortedMap<Integer, Snake> snakes, List<List<Integer>> food, int secondsLeft) {
  /** In cells. */
  public record Size(int width, int height) {
    int cells() {
      return width * height;
    }

    boolean has(int x, int y) {
      return x >= 0 && y >= 0 && x < width && y < height;
    }

    int index(int x, int y) {
      return y * width + x;
    }

    List<Integer> cell(int index) {
      return List.of(index % width, index / width);
    }
  }

  public Board {
    snakes = Collections.unmodifiableSortedMap(new TreeMap<>(snakes));
    food = List.copyOf(food);
  }

  Snake snake(int seat) {
    Snake snake = snakes.get(seat);
    if (snake == null) {
      throw new IllegalArgumentException("seat " + seat + " has no snake in this match");
    }
    return snake;
  }

  /** The seats whose snakes live. */
  List<Integer> living() {
    return snakes.entrySet()
        .stream()
        .filter(each -> each.getValue().alive())
        .map(Map.Entry::getKey)
        .toList();
  }

  Board with(int seat, Snake snake) {
    SortedMap<Integer, Snake> others = new TreeMap<>(snakes);
    others.put(seat, snake);
    return new Board(size, others, food, secondsLeft);
  }

  /** The same where as many seconds are left as before. */
  Board at(int seconds) {
    return seconds == secondsLeft ? this : new Board(size, snakes, food, seconds);
  }
}
