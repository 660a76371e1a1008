package dev.cancha.app.load;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;
import java.util.function.Consumer;
import java.util.function.Function;

/** The two players of one room, who follow the {@link Script}. Owner: the crowd's event loop. */
final class Pair {
  private final Crowd crowd;
  private final Player[] players;
  private final Entrance entrance;
  /** The revision with which the first match began. */
  private long first = Long.MAX_VALUE;

  Pair(Crowd crowd, Function<Pair, Entrance> entrance) {
    this.crowd = crowd;
    this.entrance = entrance.apply(this);
    players = new Player[] {new Player(crowd, this, 0), new Player(crowd, this, 1)};
    crowd.add(this);
  }

  Player player(int seat) {
    return players[seat];
  }

  void both(Consumer<Player> each) {
    each.accept(players[0]);
    each.accept(players[1]);
  }

  void beginsAt(long rev) {
    first = rev;
  }

  void connected(Player player) {
    entrance.connected(player);
  }

  void heard(Player player, ServerMessage message) {
    if (!entrance.heard(player, message)) {
      crowd.fail("A client was sent what it did not expect: " + message + ".");
    }
  }

  /** {@code player} has seen a revision more, and does what is due then. */
  void goOn(Player player) {
    if (player.rev() < first) {
      return;
    }
    int next = Script.next(player.rev() - first, player.seat());
    if (next == Script.REMATCH) {
      player.send(new ClientMessage.Rematch(null));
    } else if (next != Script.WAIT) {
      if (crowd.playing()) {
        player.act(next);
      } else {
        crowd.rests();
      }
    }
  }

  /** The act that waited is sent. */
  void resume() {
    both(player -> {
      if (Script.next(player.rev() - first, player.seat()) >= 0) {
        player.act(Script.next(player.rev() - first, player.seat()));
      }
    });
  }
}
