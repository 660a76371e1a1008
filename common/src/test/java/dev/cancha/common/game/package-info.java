/** What the SPI itself does for the rules of a game. */
@NullMarked
package dev.cancha.common.game;

import org.jspecify.annotations.NullMarked;
