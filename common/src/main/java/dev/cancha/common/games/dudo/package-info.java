/**
 * Dudo, liar's dice as played in Chile: the rules, as pure functions over a state that holds every hidden die. The
 * public types are the rules ({@link dev.cancha.common.games.dudo.Dudo}) and the records that make up a match or go
 * over the wire; what is played here, and where the rules come from, stands in {@code docs/games/dudo.md}. What is
 * hidden leaves this package in {@link dev.cancha.common.games.dudo.Hand} alone, to the one seat whose dice they are.
 * Imports the rules SPI only; no thread owns anything here, since nothing here changes.
 */
@NullMarked
package dev.cancha.common.games.dudo;

import org.jspecify.annotations.NullMarked;
