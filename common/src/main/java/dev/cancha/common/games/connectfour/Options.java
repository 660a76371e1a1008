package dev.cancha.common.games.connectfour;

/** There is nothing to choose: the board is always seven columns of six rows. */
public record Options() {}
