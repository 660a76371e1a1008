package dev.cancha.app.load;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seat 0 opens a room of snake, and the others join it. Owner: the crowd's event loop. */
final class EightEntrance implements Entrance {
  private final Eight eight;
  private final Json options;
  private final List<Player> welcome = new ArrayList<>();
  private @Nullable String code;
  private int inside;

  /** @param options of the game */
  EightEntrance(Eight eight, Json options) {
    this.eight = eight;
    this.options = options;
  }

  @Override
  public void connected(Player player) {
    player.send(new ClientMessage.Hello(null, "Load " + player.seat(), null, null, null, null, null, "load"));
  }

  @Override
  public boolean heard(Player player, ServerMessage message) {
    switch (message) {
      case ServerMessage.Welcome _ when player.seat() == 0 ->
        player
            .send(new ClientMessage.Create(null, "snake", options, null, Laps.SEATS, null, null, null, null));
      case ServerMessage.Welcome _ -> {
        welcome.add(player);
        join();
      }
      case ServerMessage.Room room -> {
        player.sees(room.rev());
        if (player.seat() == 0) {
          code = CanchaEntrance.code(room);
          join();
        }
        if (++inside == Laps.SEATS) {
          eight.entered();
        }
      }
      case ServerMessage.Ping ping -> player.send(new ClientMessage.Pong(ping.t()));
      case ServerMessage.Done _,ServerMessage.Spectators _ -> {
        // nothing follows from them here
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void join() {
    if (code != null) {
      welcome.forEach(
          player -> player.send(new ClientMessage.Join(null, code, null, player.seat(), null)));
      welcome.clear();
    }
  }
}
