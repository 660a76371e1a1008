package dev.cancha.app.load;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;

/** Both players name the same room, and are told when the other is there. Owner: the crowd's event loop. */
final class BareEntrance implements Entrance {
  private final Pair pair;
  private final String room;

  BareEntrance(Pair pair, int number) {
    this.pair = pair;
    room = String.valueOf(number);
  }

  @Override
  public void connected(Player player) {
    player.send(new ClientMessage.Join(null, room, null, player.seat(), null));
  }

  @Override
  public boolean heard(Player player, ServerMessage message) {
    if (message instanceof ServerMessage.Done done) {
      if (done.rev() != null) {
        player.sees(done.rev());
        pair.beginsAt(done.rev());
        pair.goOn(player);
      }
      return true;
    }
    return false;
  }
}
