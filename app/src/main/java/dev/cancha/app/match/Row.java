package dev.cancha.app.match;

import org.jspecify.annotations.Nullable;

/**
 * A bot's line in the table.
 *
 * @param rank 1 is the best; bots of the same Elo share it
 * @param bot its index
 * @param points a match counts 1, shared by how many opponents a seat left behind
 * @param won matches that it won alone
 * @param drawn matches in which it was first with others
 * @param elo against the mean of all bots, which is 0
 * @param low where the 95 % interval begins; absent where nothing bounds it, as {@code high}
 * @param crashes how often it failed, by kind
 */
record Row(int rank, int bot, String name, int games, double points, int won, int drawn, int lost, double elo,
    @Nullable Double low, @Nullable Double high, int crashes, int timeouts, int illegal) {
  int faults() {
    return crashes + timeouts + illegal;
  }
}
