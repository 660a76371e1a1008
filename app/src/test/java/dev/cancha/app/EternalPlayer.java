package dev.cancha.app;

import dev.cancha.client.ClientFailure;
import dev.cancha.client.ConnectionLost;
import dev.cancha.client.GameClient;
import dev.cancha.client.Listener;
import dev.cancha.client.Refused;
import dev.cancha.client.RoomView;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.ServerMessage;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Drops discs when it is its turn, at the speed that a server allows to one player, and asks for another match when one
 * is over, until it is told that this is the last one. Owner: its client's loop, but for what is volatile.
 */
final class EternalPlayer implements Listener {
  /** A server allows 30 acts a second. */
  private static final long BETWEEN_ACTS_MILLIS = 40;

  private static final Set<ErrorCode> MAY_BE = EnumSet.of(ErrorCode.STALE, ErrorCode.NOT_YOUR_TURN,
      ErrorCode.NOT_PLAYING,
      ErrorCode.ALREADY_PLAYING);

  private final WitnessedRoom witness;
  private final int seat;
  private final EventLoop loop;
  private final Random random;
  final CompletableFuture<?> done = new CompletableFuture<>();
  GameClient client;
  private boolean acting;
  private String rematched = "";
  private volatile boolean away;
  private volatile boolean last;

  EternalPlayer(WitnessedRoom witness, int seat, EventLoop loop, long seed) {
    this.witness = witness;
    this.seat = seat;
    this.loop = loop;
    random = new Random(seed);
  }

  boolean isAway() {
    return away;
  }

  /** No other match is asked for. */
  void lastMatch() {
    loop.execute(() -> {
      last = true;
      lookAgain();
    });
  }

  @Override
  public void onRoom(RoomView room) {
    witness.sees(room);
    look(room);
  }

  @Override
  public void onPatch(RoomView room, List<JsonNode> events) {
    witness.sees(room);
    look(room);
  }

  @Override
  public void onReconnected(ServerMessage.Welcome welcome) {
    if (!Boolean.TRUE.equals(welcome.resumed())) {
      witness.fault("seat " + seat + " came back to a server that does not know it");
    }
    away = false;
    lookAgain();
  }

  /** What is on the screen may be of before the connection was lost: what it misses comes next. */
  private void lookAgain() {
    RoomView room = client.room();
    if (room != null) {
      look(room);
    }
  }

  private void look(RoomView room) {
    String match = room.doc().path("match").asString();
    if (room.phase().equals("over")) {
      if (last) {
        done.complete(null);
      } else if (!rematched.equals(match)) {
        rematched = match;
        client.rematch().whenComplete((asked, failure) -> {
          if (failure instanceof ConnectionLost) {
            rematched = ""; // a request, unlike an act, is not sent again by itself
          } else {
            mayFail("rematch", failure);
          }
        });
      }
    } else if (room.myTurn() && !acting) {
      acting = true;
      loop.schedule(this::act, BETWEEN_ACTS_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void act() {
    RoomView room = client.room();
    if (room == null || !room.myTurn()) {
      acting = false;
      return;
    }
    String match = room.doc().path("match").asString();
    client.act(choose(room), room.rev()).whenComplete((applied, failure) -> {
      acting = false;
      if (failure == null) {
        witness.acknowledged(match, seat);
      } else {
        mayFail("act", failure);
      }
      lookAgain();
    });
  }

  /** A column that is not full, more often than not its favourite. */
  private JsonNode choose(RoomView room) {
    List<Integer> open = new ArrayList<>();
    for (var column : room.view().path("columns").properties()) {
      if (column.getValue().stringValue().length() < 6) {
        open.add(Integer.parseInt(column.getKey()));
      }
    }
    return JsonMapper.shared().createObjectNode().put("column", open.get(random.nextInt(open.size())));
  }

  /** What is decided on a screen that is a moment old may be refused; nothing else may. */
  private void mayFail(String what, @Nullable Throwable failure) {
    if (failure != null && !(failure instanceof Refused refused && MAY_BE.contains(refused.code()))) {
      witness.fault(what + " of seat " + seat + ": " + failure);
    }
  }

  @Override
  public void onError(ServerMessage.Failure error) {
    witness.fault("seat " + seat + " is told " + error);
  }

  @Override
  public void onLeft(LeftReason reason) {
    witness.fault("seat " + seat + " is out: " + reason);
  }

  @Override
  public void onConnectionLost(Duration retryIn) {
    away = true;
  }

  @Override
  public void onClosed(@Nullable ClientFailure cause) {
    if (cause != null) {
      witness.fault("seat " + seat + " is closed: " + cause);
      done.completeExceptionally(cause);
    }
  }
}
