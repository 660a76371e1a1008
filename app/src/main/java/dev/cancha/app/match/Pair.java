package dev.cancha.app.match;

import org.jspecify.annotations.Nullable;

/**
 * What one bot was against another, from the matches in which both sat.
 *
 * @param points of {@code one}: a match counts 1
 * @param elo how much stronger {@code one} was
 * @param low where the 95 % interval begins; absent where nothing bounds it, as {@code high}
 */
record Pair(int one, int other, int games, double points, double elo, @Nullable Double low,
    @Nullable Double high) {}
