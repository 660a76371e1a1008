package dev.cancha.app.load;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;

/** All eight name the same room, and are told when the last is there. Owner: the crowd's event loop. */
final class BareEightEntrance implements Entrance {
  private final Eight eight;
  private final String room;
  private int inside;

  BareEightEntrance(Eight eight, int number) {
    this.eight = eight;
    room = String.valueOf(number);
  }

  @Override
  public void connected(Player player) {
    player.send(new ClientMessage.Join(null, room, null, player.seat(), null));
  }

  @Override
  public boolean heard(Player player, ServerMessage message) {
    if (message instanceof ServerMessage.Done) {
      if (++inside == Laps.SEATS) {
        eight.entered();
      }
      return true;
    }
    return false;
  }
}
