package dev.cancha.client;

import dev.cancha.common.message.ServerMessage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A whole player of connectFour: joins a room by its code and drops into the first column that is not full. */
final class PlayerExample implements Listener {
  private final CompletableFuture<JsonNode> result = new CompletableFuture<>();
  private @Nullable GameClient client;

  static void main(String[] arguments) {
    try (GameClients clients = GameClients.standalone()) {
      PlayerExample player = new PlayerExample();
      GameClient client = clients.client(Endpoint.parse(arguments[0]), Login.as("Ana"), player);
      player.play(client, arguments[1]);
      System.out.println("result " + player.result.join());
    }
  }

  CompletableFuture<JsonNode> play(GameClient with, String code) {
    client = with;
    with.connect()
        .thenCompose(welcome -> with.join(code))
        .thenCompose(room -> with.ready(true))
        .whenComplete((done, failure) -> {
          if (failure != null) {
            result.completeExceptionally(failure);
          }
        });
    return result;
  }

  @Override
  public void onRoom(RoomView room) {
    move(room);
  }

  @Override
  public void onPatch(RoomView room, List<JsonNode> events) {
    move(room);
  }

  @Override
  public void onError(ServerMessage.Failure error) {
    System.err.println(error.message());
  }

  @Override
  public void onClosed(@Nullable ClientFailure cause) {
    result.completeExceptionally(cause == null ? new IllegalStateException("closed") : cause);
  }

  private void move(RoomView room) {
    if (room.phase().equals("over")) {
      result.complete(room.result());
    } else if (room.myTurn() && client != null) {
      client.act(JsonNodeFactory.instance.objectNode().put("column", firstFree(room)));
    }
  }

  private static int firstFree(RoomView room) {
    int column = 0;
    while (room.view().path("columns").path(Integer.toString(column)).asString("").length() == 6) {
      column++;
    }
    return column;
  }
}
