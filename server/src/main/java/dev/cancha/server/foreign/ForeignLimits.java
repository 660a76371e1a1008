package dev.cancha.server.foreign;

/**
 * What foreign games may take.
 *
 * @param threads event loops for the rooms of one game
 * @param maxStuck threads that were given up and still run, of all games: with so many no room of theirs is opened
 */
public record ForeignLimits(int threads, int maxStuck) {}
