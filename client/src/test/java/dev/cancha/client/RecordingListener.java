package dev.cancha.client;

import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.ServerMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Writes down what a client told it, one line each. */
class RecordingListener implements Listener {
  final List<String> lines = new ArrayList<>();
  Duration retryIn = Duration.ZERO;
  ClientFailure cause;
  boolean failing;

  /** The lines since the last call. */
  List<String> take() {
    List<String> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }

  @Override
  public void onRoom(RoomView room) {
    lines.add("room " + room.rev());
    if (failing) {
      throw new IllegalStateException("a listener's own fault");
    }
  }

  @Override
  public void onPatch(RoomView room, List<JsonNode> events) {
    lines.add(
        "patch " + room.rev() + " " + events.stream().map(event -> event.path("type").asString("")).toList());
  }

  @Override
  public void onChat(ServerMessage.Chat chat) {
    lines.add("chat " + chat.n() + " " + chat.text());
  }

  @Override
  public void onSpectators(RoomView room) {
    lines.add("spectators " + room.spectators().keySet());
  }

  @Override
  public void onRooms(List<ServerMessage.RoomEntry> rooms) {
    lines.add("rooms " + rooms.size());
  }

  @Override
  public void onLeft(LeftReason reason) {
    lines.add("left " + reason);
  }

  @Override
  public void onError(ServerMessage.Failure error) {
    lines.add("error " + error.code());
  }

  @Override
  public void onConnectionLost(Duration wait) {
    lines.add("lost");
    retryIn = wait;
  }

  @Override
  public void onReconnected(ServerMessage.Welcome welcome) {
    lines.add("reconnected");
  }

  @Override
  public void onClosed(ClientFailure failure) {
    lines.add("closed");
    cause = failure;
  }
}
