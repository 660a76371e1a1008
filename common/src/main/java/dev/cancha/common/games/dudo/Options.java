package dev.cancha.common.games.dudo;

/** There is nothing to choose: everyone has five dice, and all rules are always on. */
public record Options() {}
