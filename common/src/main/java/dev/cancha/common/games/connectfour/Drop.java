package dev.cancha.common.games.connectfour;

import dev.cancha.common.game.Range;

/**
 * The only act of the game: a disc falls to the lowest free row of a column.
 *
 * @param column 0 to 6, from the left
 */
public record Drop(@Range(min = 0, max = 6) int column) {}
