package dev.cancha.common.games.dudo;

import java.util.List;

/**
 * What one seat sees and no other.
 *
 * @param dice its own dice in the order of the throw, 1 to 6 each; empty when it is out
 */
public record Hand(List<Integer> dice) {
  public Hand {
    dice = List.copyOf(dice);
  }
}
