package dev.cancha.app.load;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Seat 0 opens a room, seat 1 joins it, and both say that they are ready. Owner: the crowd's event loop. */
final class CanchaEntrance implements Entrance {
  private static final Pattern CODE = Pattern.compile("\"code\":\"([0-9A-Z]+)\"");

  private final Pair pair;
  private @Nullable String code;
  private boolean guestWelcome;

  CanchaEntrance(Pair pair) {
    this.pair = pair;
  }

  @Override
  public void connected(Player player) {
    player.send(new ClientMessage.Hello(null, "Load " + player.seat(), null, null, null, null, null, "load"));
  }

  @Override
  public boolean heard(Player player, ServerMessage message) {
    switch (message) {
      case ServerMessage.Welcome _ when player.seat() == 0 ->
        player.send(new ClientMessage.Create(null, "connectFour", null, null, null, null, null, null, null));
      case ServerMessage.Welcome _ -> {
        guestWelcome = true;
        join();
      }
      case ServerMessage.Room room -> {
        player.sees(room.rev());
        if (player.seat() == 0) {
          code = code(room);
          join();
        } else {
          // each of the two raises the revision by saying that it is ready, and with the second the match begins
          pair.beginsAt(room.rev() + 2);
          pair.both(each -> each.send(new ClientMessage.Ready(null, null)));
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

  /** What others join {@code room} by. */
  static @Nullable String code(ServerMessage.Room room) {
    Matcher found = CODE.matcher(room.doc().toString());
    return found.find() ? found.group(1) : null;
  }

  private void join() {
    if (guestWelcome && code != null) {
      pair.player(1).send(new ClientMessage.Join(null, code, null, null, null));
    }
  }
}
