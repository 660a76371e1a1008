package dev.cancha.testkit.scene;

import dev.cancha.testkit.sim.SimProcess;

/**
 * One connection as its client sees it. Compared by identity.
 *
 * @param client the process that the client runs in
 * @param number which connection of the whole run it is, from 1
 */
public record Conversation(SimProcess client, int number) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Conversation that && that.number == number;
  }

  @Override
  public int hashCode() {
    return number;
  }

  @Override
  public String toString() {
    return client.name() + "#" + number;
  }
}
