package dev.cancha.app.match;

/**
 * A bot failed in a match.
 *
 * @param act which input of the match it would have been, from 1
 * @param what it did: goes on the sentence "the bot …"
 */
record Fault(int seat, FaultKind kind, int act, String what) {}
