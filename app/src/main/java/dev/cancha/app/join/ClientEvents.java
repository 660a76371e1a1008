package dev.cancha.app.join;

import dev.cancha.client.ClientFailure;
import dev.cancha.client.ConnectionLost;
import dev.cancha.client.Listener;
import dev.cancha.client.RoomView;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.ServerMessage;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the client library tells, as events of the conversation. Called on the client's event loop. */
record ClientEvents(Consumer<Event> post) implements Listener {
  @Override
  public void onRoom(RoomView room) {
    post.accept(new Event.Changed(room.doc(), List.of()));
  }

  @Override
  public void onPatch(RoomView room, List<JsonNode> events) {
    post.accept(new Event.Changed(room.doc(), events));
  }

  @Override
  public void onChat(ServerMessage.Chat chat) {
    post.accept(new Event.Said(chat.from().name(), chat.text()));
  }

  @Override
  public void onLeft(LeftReason reason) {
    post.accept(new Event.Left(reason));
  }

  @Override
  public void onError(ServerMessage.Failure error) {
    post.accept(new Event.Told(error.message()));
  }

  @Override
  public void onConnectionLost(Duration retryIn) {
    post.accept(new Event.Lost());
  }

  @Override
  public void onReconnected(ServerMessage.Welcome welcome) {
    post.accept(new Event.Back(welcome.player().id()));
  }

  @Override
  public void onClosed(@Nullable ClientFailure cause) {
    if (cause instanceof ConnectionLost) {
      post.accept(new Event.Closed(Sentence.of(cause) + " The host's screen says where it is."));
    } else if (cause != null) {
      post.accept(new Event.Closed(Sentence.of(cause)));
    }
  }
}
