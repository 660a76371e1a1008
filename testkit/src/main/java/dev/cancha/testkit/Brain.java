package dev.cancha.testkit;

import dev.cancha.client.GameClient;
import dev.cancha.client.Refused;
import dev.cancha.client.RoomView;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Decides for a player, again and again in virtual time: ten times a second in a game that ticks, after drawn pauses
 * in others. One act is open at a time. Owner: the world's thread.
 */
final class Brain {
  private static final Duration TICKING = Duration.ofMillis(100);
  private static final Duration SHORTEST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofMillis(300);

  private final Player player;
  private final Arena arena;
  private final Choice choice;
  private final boolean strict;
  private final boolean ticking;
  private boolean stopped;
  /** Whose act is open: one that was killed never answers. */
  private @Nullable GameClient waitsFor;

  /** What to do in a room, or null to wait. */
  interface Choice {
    @Nullable
    Json choose(RoomView room);
  }

  /** {@code strict}: an illegal act is a mistake, not bad luck. */
  Brain(Player player, Arena arena, Choice choice, boolean strict) {
    this.player = player;
    this.arena = arena;
    this.choice = choice;
    this.strict = strict;
    ticking = arena.spec().rules().info().tickRate() > 0;
    again();
  }

  void stop() {
    stopped = true;
  }

  private void again() {
    Duration pause = ticking ? TICKING : player.random().between(SHORTEST, LONGEST);
    arena.world().after(pause, this::think);
  }

  private void think() {
    if (stopped) {
      return;
    }
    GameClient client = player.client();
    RoomView room = client.room();
    if (player.alive() && waitsFor != client && room != null && room.myTurn()) {
      Json act = choice.choose(room);
      if (act != null) {
        waitsFor = client;
        client.act(act, room.rev()).whenComplete((applied, failure) -> answered(client, act, failure));
      }
    }
    again();
  }

  private void answered(GameClient client, Json act, @Nullable Throwable failure) {
    if (waitsFor == client) {
      waitsFor = null;
    }
    Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
    if (strict && cause instanceof Refused refused
        && (refused.code() == ErrorCode.ILLEGAL_ACTION || refused.code() == ErrorCode.BAD_MESSAGE)) {
      arena.complain("script",
          player.name() + " acts " + act + ", which is refused: " + refused.getMessage());
    }
  }
}
