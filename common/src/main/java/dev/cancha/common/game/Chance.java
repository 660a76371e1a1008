package dev.cancha.common.game;

/** The only source of chance that rules have. In a match its draws follow from the match's seed alone. */
@FunctionalInterface
public interface Chance {
  /** An integer from 0 to {@code bound} - 1, each equally likely; {@code bound} is at least 1. */
  int below(int bound);
}
