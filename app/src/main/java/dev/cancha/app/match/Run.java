package dev.cancha.app.match;

import java.util.List;

/**
 * What of a league differs from run to run, though its matches do not.
 *
 * @param started when this run began, in ISO 8601
 * @param seconds how long it played
 * @param played how many matches it played; those that were there before are not among them
 * @param matchesPerSecond of this run
 * @param parallel how many at once
 * @param folder of the league
 * @param bots how each bot was started
 * @param faults what bots did that failed, the first of each kind for each bot
 */
record Run(String version, String machine, String started, double seconds, int played,
    double matchesPerSecond, int parallel, String folder, List<String> bots, List<Told> faults) {
  /** A fault in words, which may hold paths and the like. */
  record Told(int match, String bot, FaultKind kind, String what) {}
}
