package dev.cancha.app.load;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;
import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;
import java.util.function.Function;

/** The two players of one room, who follow the {@link Script}. Owner: the crowd's event loop. */
final class Pair implements Party {
  private final Crowd crowd;
  private final Player[] players;
  private final Entrance entrance;
  /** The revision with which the first match began. */
  private long first = Long.MAX_VALUE;

  Pair(Crowd crowd, Function<Pair, Entrance> entrance) {
    this.crowd = crowd;
    this.entrance = entrance.apply(this);
    players = new Player[] {new Player(this, 0), new Player(this, 1)};
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

  @Override
  public void connected(Player player) {
    entrance.connected(player);
  }

  @Override
  public void patched(Player player, PatchHead patch, ByteBuf body) {
    crowd.patched(body.readableBytes());
    if (patch.seat() == player.seat()) {
      if (patch.seq() != player.seq()) {
        failed("Act " + player.seq() + " was answered as act " + patch.seq() + ".");
        return;
      }
      crowd.answered(player.sinceActNanos());
    }
    goOn(player);
  }

  @Override
  public void failed(String what) {
    crowd.fail(what);
  }

  @Override
  public void heard(Player player, ServerMessage message) {
    if (!entrance.heard(player, message)) {
      failed("A client was sent what it did not expect: " + message + ".");
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
      actOrRest(player, next, crowd.thinkNanos());
    }
  }

  /** The act that waited is sent. */
  void resume() {
    both(player -> {
      int next = Script.next(player.rev() - first, player.seat());
      if (next >= 0) {
        actOrRest(player, next, crowd.thinkNanos());
      }
    });
  }

  /** Once it is thought through. */
  private void actOrRest(Player player, int column, long thinkNanos) {
    if (!crowd.playing()) {
      crowd.rests();
    } else if (thinkNanos > 0) {
      player.after(thinkNanos, () -> actOrRest(player, column, 0));
    } else {
      act(player, column);
    }
  }

  /** Each has one act unanswered at most. */
  private void act(Player player, int column) {
    crowd.acted();
    player.act("{\"column\":" + column + "}");
  }
}
