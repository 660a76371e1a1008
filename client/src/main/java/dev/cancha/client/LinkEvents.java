package dev.cancha.client;

import dev.cancha.common.message.ServerMessage;
import org.jspecify.annotations.Nullable;

/** What a connection tells its client, on the client's event loop. */
interface LinkEvents {
  /** Connected, and over WebSocket upgraded: time for {@code hello}. */
  void opened(Link link);

  void received(Link link, ServerMessage message);

  /** The connection is gone, or never was; nothing follows. Told exactly once. */
  void lost(Link link, @Nullable Throwable cause);
}
