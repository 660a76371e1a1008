/**
 * Bots that need only the rules: {@code random}, and {@code mcts}, which searches. They are given what a seat may know
 * and nothing else, and draw all their chance from what they are handed. Pure; any thread. Imports {@code game} alone.
 */
@org.jspecify.annotations.NullMarked
package dev.cancha.common.bots;
