package dev.cancha.server.host;

import dev.cancha.common.message.Phase;
import dev.cancha.server.bots.Bots;
import dev.cancha.server.bots.Player;
import dev.cancha.server.room.RoomState;
import dev.cancha.server.room.Seat;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The bots that play in a room: each from when it is asked first until the match is over or the seat is not its own any
 * more. Owner: the room's event loop, but for {@link #close}.
 */
final class BotPlayers {
  private final Bots bots;
  private final String game;
  private final String room;
  private final SortedMap<Integer, Seated> seated = new ConcurrentSkipListMap<>();

  private record Seated(@Nullable String match, String bot, Player player) {}

  BotPlayers(Bots bots, String game, String room) {
    this.bots = bots;
    this.game = game;
    this.room = room;
  }

  /** Lets those go who do not play in {@code state}. */
  void look(RoomState state) {
    if (!seated.isEmpty()) {
      seated.entrySet().removeIf(entry -> {
        Seated its = entry.getValue();
        boolean stays = state.phase() == Phase.PLAYING && Objects.equals(state.matchId(), its.match())
            && its.bot().equals(bot(state, entry.getKey()));
        if (!stays) {
          its.player().close();
        }
        return !stays;
      });
    }
  }

  /** Who plays {@code seat}, after {@link #look}; null where no bot does, or one that is not known here any more. */
  @Nullable
  Player of(RoomState state, int seat) {
    Seated there = seated.get(seat);
    String bot = bot(state, seat);
    if (there != null || bot == null) {
      return there == null ? null : there.player();
    }
    Player player = bots.player(game, bot, "room " + room + ", seat " + seat);
    if (player != null) {
      seated.put(seat, new Seated(state.matchId(), bot, player));
    }
    return player;
  }

  private static @Nullable String bot(RoomState state, int number) {
    Seat seat = state.roster().seats().get(number);
    return seat == null ? null : seat.bot();
  }

  void close() {
    seated.values().forEach(its -> its.player().close());
    seated.clear();
  }
}
