package dev.cancha.client;

import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.ServerMessage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a client is told. Called on the client's event loop, one call after the other, so it must not block; it may
 * call the client. An exception out of it is logged and changes nothing. Whatever it is told is already in
 * {@link GameClient#room()}.
 */
public interface Listener {
  /** The whole room came: after entering it, changing seat, a gap, or a long absence. */
  default void onRoom(RoomView room) {}

  /** One revision more. {@code events} are the game's happenings of that step in order, often none. */
  default void onPatch(RoomView room, List<JsonNode> events) {}

  /** Someone spoke; each message once, also when the connection was lost in between. */
  default void onChat(ServerMessage.Chat chat) {}

  /** Who watches has changed. */
  default void onSpectators(RoomView room) {}

  /** The list of rooms has changed; only while it is watched. */
  default void onRooms(List<ServerMessage.RoomEntry> rooms) {}

  /** The client is in no room any more. */
  default void onLeft(LeftReason reason) {}

  /** An error that answers nothing that is open. */
  default void onError(ServerMessage.Failure error) {}

  /** The connection was lost; it is tried again in {@code retryIn}. */
  default void onConnectionLost(Duration retryIn) {}

  /**
   * Connected again. The document goes on by patches or is replaced, and what was not answered is sent again. Where
   * {@code resumed} is absent the server did not know the session any more: {@link #onLeft} follows if there was a
   * room.
   */
  default void onReconnected(ServerMessage.Welcome welcome) {}

  /** The end: nothing is called any more. {@code cause} is null after {@link GameClient#close()}. */
  default void onClosed(@Nullable ClientFailure cause) {}
}
