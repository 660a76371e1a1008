/**
 * The bots of the games on offer, and where they think: on an executor of their own, never on an event loop. What they
 * decide is brought to rooms by {@code host}, as inputs like anyone's.
 */
@org.jspecify.annotations.NullMarked
package dev.cancha.server.bots;
