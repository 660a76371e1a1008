package dev.cancha.common.games.snake;

import dev.cancha.common.game.Range;

/**
 * What may be chosen for a match.
 *
 * @param width of the board, in cells
 * @param height of the board, in cells
 * @param food how many pieces lie on the board, as far as there is room
 * @param ticksPerMove how many ticks, of 50 ms, a step takes: less is faster
 * @param seconds after how long the match ends at the latest
 */
public record Options(@Range(min = 12, max = 64) int width, @Range(min = 8, max = 48) int height,
    @Range(min = 1, max = 50) int food, @Range(min = 1, max = 20) int ticksPerMove,
    @Range(min = 5, max = 1_800) int seconds) {
  /** For two as well as for eight: it fits a terminal of 80 by 24, and five steps a second leave time to think. */
  static final Options DEFAULTS = new Options(36, 18, 5, 4, 180);

  int lastTick() {
    return seconds * SnakeGame.TICKS_A_SECOND;
  }
}
