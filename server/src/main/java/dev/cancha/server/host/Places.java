package dev.cancha.server.host;

import dev.cancha.common.message.LeftReason;
import dev.cancha.server.room.SessionId;
import io.netty.channel.EventLoop;

/** Where sessions are, so that one that comes back finds its room. Told on rooms' event loops. */
public interface Places {
  void entered(SessionId session, RoomHost host);

  /** {@code who} is in {@code host}, which was folded from its journal, and may come back to it. */
  void returned(Identity who, RoomHost host);

  void left(SessionId session, RoomHost host, LeftReason reason);

  /**
   * {@code loop} was given up, with all rooms there: whoever is in one of them, or waits for its answer, is told
   * {@code message}, and is out of it. Told on another thread.
   */
  void lost(EventLoop loop, String message);
}
