/**
 * How games look on a screen of cells, and what keys mean in them. A {@link dev.cancha.app.board.Board} draws a room's
 * document, a {@link dev.cancha.app.board.Hand} is what a player is about to do: both are pure, so that the client, the
 * replay and the tests use them alike. A game without a board of its own is drawn as names and values, and its acts are
 * typed.
 */
@NullMarked
package dev.cancha.app.board;

import org.jspecify.annotations.NullMarked;
