package dev.cancha.common.games.snake;

/**
 * The only act of the game: the snake turns, at its next step or at the one after.
 *
 * @param turn where to, as seen by who looks at the board
 */
public record Steer(Heading turn) {}
