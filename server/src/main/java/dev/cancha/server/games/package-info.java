/**
 * Games that come from jars: each in a class loader of its own, which shows it the rules SPI, JSpecify and the JDK and
 * nothing else, so that two games never meet and none sees the server. Imports {@code common}; the composition root and
 * the command that checks a jar use it. A {@link dev.cancha.server.games.GameJar} is used by the thread that opened it,
 * its games by any.
 */
@NullMarked
package dev.cancha.server.games;

import org.jspecify.annotations.NullMarked;
