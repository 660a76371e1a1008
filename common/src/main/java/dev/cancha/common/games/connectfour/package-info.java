/**
 * Connect Four: the rules, as pure functions over two bitboards. The public types are the rules themselves
 * ({@link dev.cancha.common.games.connectfour.ConnectFour}) and the records that go over the wire; what is played
 * here, and where the rules come from, stands in {@code docs/games/connect-four.md}. Imports the rules SPI only;
 * no thread owns anything here, since nothing here changes.
 */
@NullMarked
package dev.cancha.common.games.connectfour;

import org.jspecify.annotations.NullMarked;
