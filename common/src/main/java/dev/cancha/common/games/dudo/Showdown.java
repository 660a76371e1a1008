package dev.cancha.common.games.dudo;

/**
 * The cups as they were lifted for a call, public from the call to the next bid.
 *
 * @param verdict what came of the call
 * @param cups all dice of the round that it ended
 */
public record Showdown(Verdict verdict, Cups cups) {}
