package dev.cancha.app.load;

import dev.cancha.common.bots.SplitMix;

/**
 * How one of eight plays snake: round and round where it began, a turn every few ticks, up or down and left or right by
 * turns, always back towards home; so nobody meets anybody, also where turns come late. The board is the largest, with
 * one piece of food, and each tick is a step. Owner: the crowd's event loop.
 */
final class Laps {
  static final int SEATS = 8;
  static final int TICKS_A_SECOND = 20;
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  /** Both columns of snakes are as far from the walls then as that leaves them room for. */
  private static final int FIRST_LEAST = 5;
  private static final int FIRST_MOST = 8;
  private static final int SIDE_LEAST = 3;
  private static final int SIDE_MOST = 5;

  private final SplitMix chance;
  private long turnAt;
  private int turns;
  private Cell home = new Cell(0, 0);

  /** Where a head is; [0, 0] is top left. */
  record Cell(int x, int y) {}

  /** The same {@code seed} takes the same time between turns. */
  Laps(long seed) {
    chance = new SplitMix(seed);
  }

  /** What a match is opened with, so that it ends after {@code seconds}. */
  static String options(int seconds) {
    return "{\"width\":" + WIDTH + ",\"height\":" + HEIGHT + ",\"food\":1,\"ticksPerMove\":1,\"seconds\":"
        + seconds
        + "}";
  }

  /** A match has begun. */
  void begin() {
    turns = 0;
    turnAt = (long) FIRST_LEAST + chance.below(FIRST_MOST + 1 - FIRST_LEAST);
  }

  /** Whether the snake is to turn when so many ticks of the match have passed. */
  boolean turns(long ticks) {
    return ticks >= turnAt;
  }

  /** Where it turns to, {@code ticks} into the match with its head at {@code head}. */
  String turn(long ticks, Cell head) {
    if (turns == 0) {
      home = head;
    }
    turnAt = ticks + SIDE_LEAST + chance.below(SIDE_MOST + 1 - SIDE_LEAST);
    return turns++ % 2 == 0 ? back(head.y(), home.y(), HEIGHT) ? "up" : "down"
        : back(head.x(), home.x(), WIDTH) ? "left" : "right";
  }

  /** Whether home is where the numbers are less; at home it is the middle of the board that counts. */
  private static boolean back(int at, int home, int size) {
    return at == home ? at > size / 2 : at > home;
  }
}
