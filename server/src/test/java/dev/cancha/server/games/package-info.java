/**
 * Games made for tests, of kinds that no built-in game is yet. Imports the rules SPI alone, as any game does; no
 * thread owns anything here, since nothing here changes.
 */
@NullMarked
package dev.cancha.server.games;

import org.jspecify.annotations.NullMarked;
