package dev.cancha.app.load;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Phase;
import dev.cancha.common.message.ServerMessage;
import io.netty.buffer.ByteBuf;

/**
 * A room of eight bots that play snake as it is played, and its host, who only watches, and begins the next match when
 * one is over. Owner: the crowd's event loop.
 */
final class BotRoom implements Group {
  private final TickCrowd crowd;
  private final Player host = new Player(this, 0);
  private boolean entered;

  BotRoom(TickCrowd crowd) {
    this.crowd = crowd;
  }

  Player host() {
    return host;
  }

  @Override
  public void begin() {
    host.send(new ClientMessage.Start(null));
  }

  @Override
  public void leave() {
    host.close();
  }

  @Override
  public void connected(Player player) {
    host.send(new ClientMessage.Hello(null, "Load", null, null, null, null, null, "load"));
  }

  @Override
  public void patched(Player player, PatchHead patch, ByteBuf body) {
    crowd.patched(0, body.readableBytes());
    if (PatchWords.phase(body) == Phase.OVER) {
      begin();
    }
  }

  @Override
  public void heard(Player player, ServerMessage message) {
    switch (message) {
      case ServerMessage.Welcome _ -> host.send(new ClientMessage.Create(null, "snake", null, null,
          Laps.SEATS, null, null, Laps.SEATS, true));
      case ServerMessage.Room room -> {
        host.sees(room.rev());
        if (!entered) {
          entered = true;
          crowd.entered();
        }
      }
      case ServerMessage.Ping ping -> host.send(new ClientMessage.Pong(ping.t()));
      case ServerMessage.Done _,ServerMessage.Spectators _ -> {
        // nothing follows from them here
      }
      default -> failed("A client was sent what it did not expect: " + message + ".");
    }
  }

  @Override
  public void failed(String what) {
    crowd.fail(what);
  }
}
