package dev.cancha.app.match;

import dev.cancha.server.room.Seed;
import java.util.List;

/**
 * One match as it is to be played.
 *
 * @param number from 1
 * @param group the matches of one seed with the seats changed share it; from 0
 * @param bots who sits where, by index
 * @param seed of all chance of the match
 */
record Fixture(int number, int group, List<Integer> bots, Seed seed) {}
