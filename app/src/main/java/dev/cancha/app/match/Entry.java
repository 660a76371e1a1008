package dev.cancha.app.match;

import java.util.List;

/**
 * A match as the league's file keeps it: a line.
 *
 * @param played how it went
 * @param seen what happened in it
 * @param at when it began, in milliseconds since 1970
 * @param id of the match
 * @param moves all that happened, so that it can be played again; empty where a server keeps the replay
 */
record Entry(Played played, Seen seen, long at, String id, List<Move> moves) {}
