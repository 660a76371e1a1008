/**
 * The rules of games: what a game writer implements. A game is one class of pure functions over an immutable
 * state, so that live play, recovery, replay and simulation call the very same code. Imports the JDK and
 * JSpecify only, and nothing of ours; no thread owns anything here, since nothing here changes.
 */
@NullMarked
package dev.cancha.common.game;

import org.jspecify.annotations.NullMarked;
