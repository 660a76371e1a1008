/**
 * What clients do in a simulated run: tables of players, spectators, hosts and quitters, visitors of the lobby, and
 * peers that break the rules. They drive production clients or raw sockets in virtual time and judge nothing. Above
 * {@code scene}, {@code play} and {@code sim}. Owner of everything: the world's thread.
 */
@NullMarked
package dev.cancha.testkit.work;

import org.jspecify.annotations.NullMarked;
