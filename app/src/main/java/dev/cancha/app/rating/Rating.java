package dev.cancha.app.rating;

/**
 * What a league knows of one bot.
 *
 * @param elo    its strength against the mean of all bots of the league, which is 0; 400 more are ten to one
 * @param low    the lower end of the 95 % interval of {@code elo}; minus infinity where nothing bounds it
 * @param high   its upper end; infinity where nothing bounds it
 * @param points what it won: a match counts 1, of which a seat has the share of its opponents that it left behind, and
 *               half of those that it drew with
 * @param games  the seats that it held in all matches
 */
public record Rating(double elo, double low, double high, double points, int games) {}
