/**
 * {@code cancha check}: holds a game, of the class path or of a jar, to what the rules SPI promises, and prints what was
 * looked at and what was found.
 */
@NullMarked
package dev.cancha.app.check;

import org.jspecify.annotations.NullMarked;
