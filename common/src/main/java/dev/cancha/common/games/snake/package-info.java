/**
 * Snake for two to eight, which ticks: the rules, as pure functions over a state of which the greatest part is what
 * everyone sees. The public types are the rules ({@link dev.cancha.common.games.snake.SnakeGame}) and the records that
 * make up a match or go over the wire; what is played here, and why so, stands in {@code docs/games/snake.md}. Imports
 * the rules SPI only; no thread owns anything here, since nothing here changes.
 */
@NullMarked
package dev.cancha.common.games.snake;

import org.jspecify.annotations.NullMarked;
