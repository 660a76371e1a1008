package dev.cancha.client;

import dev.cancha.common.message.Json;
import java.lang.System.Logger;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells the listener, and survives what it throws. Owner: the client's event loop. */
final class Notices {
  private static final Logger LOG = System.getLogger(Notices.class.getPackageName());

  private final Listener listener;
  private boolean silent;

  Notices(Listener listener) {
    this.listener = listener;
  }

  void tell(Consumer<Listener> notice) {
    if (silent) {
      return;
    }
    try {
      notice.accept(listener);
    } catch (RuntimeException e) {
      LOG.log(Logger.Level.ERROR, "the listener of a game client failed; the client goes on", e);
    }
  }

  /** The last word. */
  void closed(@Nullable ClientFailure cause) {
    tell(told -> told.onClosed(cause));
    silent = true;
  }

  void patched(RoomView room, @Nullable List<Json> events) {
    List<JsonNode> read = events == null
        ? List.of()
        : events.stream().map(event -> JsonMapper.shared().readTree(event.utf8())).toList();
    tell(told -> told.onPatch(room, read));
  }
}
