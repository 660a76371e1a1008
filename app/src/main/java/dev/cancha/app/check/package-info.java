/** {@code cancha check}: holds a game to what its rules promise, and prints what was looked at and what was found. */
@NullMarked
package dev.cancha.app.check;

import org.jspecify.annotations.NullMarked;
