package dev.cancha.common.games.dudo;

/**
 * The highest bid of a round so far.
 *
 * @param seat who made it
 * @param count 1 to 30 dice
 * @param face 1 to 6
 */
public record StandingBid(int seat, int count, int face) {}
