package dev.cancha.app.load;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.message.Phase;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Eight who play snake in one room. Owner: the crowd's event loop. */
final class Eight implements Group {
  private final TickCrowd crowd;
  private final Entrance entrance;
  private final Player[] players = new Player[Laps.SEATS];
  private final Laps[] laps = new Laps[Laps.SEATS];
  /** When each of them had its last patch of this match; 0 where it had none yet. */
  private final long[] patchedNanos = new long[Laps.SEATS];
  private boolean playing;
  /** The revision with which the match began: what players were sent may be read in any order of the players. */
  private long began;

  /** @param number of the room, from which follows how its players play */
  Eight(TickCrowd crowd, int number, Function<Eight, Entrance> entrance) {
    this.crowd = crowd;
    this.entrance = entrance.apply(this);
    for (int seat = 0; seat < Laps.SEATS; seat++) {
      players[seat] = new Player(this, seat);
      laps[seat] = new Laps((long) number * Laps.SEATS + seat);
    }
  }

  Player player(int seat) {
    return players[seat];
  }

  void all(Consumer<Player> each) {
    Arrays.asList(players).forEach(each);
  }

  /** All eight are there. */
  void entered() {
    crowd.entered();
  }

  @Override
  public void begin() {
    all(player -> player.send(new ClientMessage.Ready(null, null)));
  }

  @Override
  public void leave() {
    all(Player::close);
  }

  @Override
  public void connected(Player player) {
    entrance.connected(player);
  }

  @Override
  public void patched(Player player, PatchHead patch, ByteBuf body) {
    int seat = player.seat();
    if (seat == 0) {
      look(PatchWords.phase(body), patch.rev());
    }
    crowd.patched(seat, body.readableBytes());
    long ticks = patch.rev() - began;
    if (!playing || ticks <= 0) {
      return;
    }
    long now = player.nowNanos();
    if (patchedNanos[seat] != 0) {
      crowd.gap(now - patchedNanos[seat]);
    }
    patchedNanos[seat] = now;
    Laps.Cell head = laps[seat].turns(ticks) ? PatchWords.head(body, seat) : null;
    if (head != null) {
      crowd.acted();
      player.act("{\"turn\":\"" + laps[seat].turn(ticks, head) + "\"}");
    }
  }

  private void look(@Nullable Phase phase, long rev) {
    if (phase == Phase.PLAYING) {
      playing = true;
      began = rev;
      Arrays.fill(patchedNanos, 0);
      Arrays.asList(laps).forEach(Laps::begin);
    } else if (phase == Phase.OVER) {
      playing = false;
      crowd.over();
    }
  }

  /** A turn that comes too late is refused, and the next one is on its way already. */
  @Override
  public void heard(Player player, ServerMessage message) {
    if (message instanceof ServerMessage.Failure failure && failure.seq() != null) {
      crowd.refused();
    } else if (!entrance.heard(player, message)) {
      failed("A client was sent what it did not expect: " + message + ".");
    }
  }

  @Override
  public void failed(String what) {
    crowd.fail(what);
  }
}
