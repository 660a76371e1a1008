/** What holds of the rules of snake. */
@NullMarked
package dev.cancha.common.games.snake;

import org.jspecify.annotations.NullMarked;
