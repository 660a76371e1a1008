/**
 * The bots of the games on offer: classes that think on an executor of their own, and programs that are asked through
 * their standard input and output; never on an event loop. What they decide is brought to rooms by {@code host}, as
 * inputs like anyone's.
 */
@org.jspecify.annotations.NullMarked
package dev.cancha.server.bots;
