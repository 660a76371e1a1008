package dev.cancha.testkit;

import dev.cancha.client.ClientFailure;
import dev.cancha.client.Listener;
import dev.cancha.client.RoomView;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.ServerMessage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Listens for one client of a player. Owner: the client's event loop, and so the thread of the test. */
final class Attention implements Listener {
  private final Match match;
  private final Player player;
  private boolean connected;

  Attention(Match match, Player player) {
    this.match = match;
    this.player = player;
  }

  boolean connected() {
    return connected;
  }

  void welcome() {
    connected = true;
  }

  @Override
  public void onRoom(RoomView room) {
    match.seen(room, List.of());
  }

  @Override
  public void onPatch(RoomView room, List<JsonNode> events) {
    match.seen(room, events);
  }

  /** Nobody closes rooms in a match of the kit, so its rules have broken. */
  @Override
  public void onLeft(LeftReason reason) {
    if (reason == LeftReason.CLOSED) {
      match.broken(player);
    }
  }

  @Override
  public void onConnectionLost(Duration retryIn) {
    connected = false;
  }

  @Override
  public void onReconnected(ServerMessage.Welcome welcome) {
    connected = true;
  }

  @Override
  public void onClosed(@Nullable ClientFailure cause) {
    connected = false;
    player.ended(this, cause);
  }
}
