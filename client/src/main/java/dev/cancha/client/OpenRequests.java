package dev.cancha.client;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.ServerMessage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The requests that are sent and not answered, by their id. Owner: the client's event loop. */
final class OpenRequests {
  /** More than this at once is a fault of the caller: the server takes 256 of a burst. */
  static final int MOST = 256;

  private final Map<Integer, Open<?>> open = new TreeMap<>();
  private int lastId;

  /**
   * @param message to be sent again where the room has moved
   * @param type of the answer that was asked for
   */
  private record Open<T extends ServerMessage>(ClientMessage.Request message, Class<T> type,
      CompletableFuture<T> answer) {
    void answered(ServerMessage message) {
      if (type.isInstance(message)) {
        answer.complete(type.cast(message));
      } else {
        answer.completeExceptionally(
            new Refused(ErrorCode.INTERNAL, "the server answered with another message than was asked for"));
      }
    }
  }

  boolean full() {
    return open.size() >= MOST;
  }

  /** The id of the next request: 1 to 2^31-1, then from 1 again. */
  int nextId() {
    do {
      lastId = lastId == Integer.MAX_VALUE ? 1 : lastId + 1;
    } while (open.containsKey(lastId));
    return lastId;
  }

  <T extends ServerMessage> void add(int id, ClientMessage.Request message, Class<T> type,
      CompletableFuture<T> answer) {
    open.put(id, new Open<>(message, type, answer));
  }

  /** Whether {@code re} was open, and is answered now. */
  boolean answer(@Nullable Integer re, ServerMessage message) {
    Open<?> request = re == null ? null : open.remove(re);
    if (request != null) {
      request.answered(message);
    }
    return request != null;
  }

  /** Whether {@code re} was open, and has failed now. */
  boolean fail(@Nullable Integer re, ClientFailure failure) {
    Open<?> request = re == null ? null : open.remove(re);
    if (request != null) {
      request.answer().completeExceptionally(failure);
    }
    return request != null;
  }

  /** The request with that id, if it is open. */
  ClientMessage.@Nullable Request message(@Nullable Integer re) {
    Open<?> request = re == null ? null : open.get(re);
    return request == null ? null : request.message();
  }

  /** Fails all but the request with the id {@code kept}, which may be null. */
  void failAllBut(@Nullable Integer kept, ClientFailure failure) {
    Open<?> stays = kept == null ? null : open.remove(kept);
    List<Open<?>> failed = List.copyOf(open.values());
    open.clear();
    if (kept != null && stays != null) {
      open.put(kept, stays);
    }
    failed.forEach(request -> request.answer().completeExceptionally(failure));
  }
}
