/**
 * {@code cancha match}: leagues of bots. A {@link dev.cancha.app.match.Schedule} says who meets whom, from which seed
 * and on which seats; a {@link dev.cancha.app.match.Referee} plays one match of it, folded by the very rooms that a
 * server has; several of them do so on threads of their own, and a {@link dev.cancha.app.match.Ledger} keeps each
 * match in a file as soon as it is over. What a league comes to is worked out from those matches in the order of
 * their numbers, so it does not matter who finished when.
 */
@NullMarked
package dev.cancha.app.match;

import org.jspecify.annotations.NullMarked;
