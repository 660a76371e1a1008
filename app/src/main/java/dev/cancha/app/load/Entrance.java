package dev.cancha.app.load;

import dev.cancha.common.message.ServerMessage;

/** How two players come into a room of a server, up to the revision with which their first match begins. */
interface Entrance {
  /** {@code player} has a connection. */
  void connected(Player player);

  /** {@code player} was sent what is no patch; false where that should not be. */
  boolean heard(Player player, ServerMessage message);
}
