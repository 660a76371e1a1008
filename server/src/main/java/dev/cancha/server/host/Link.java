package dev.cancha.server.host;

import io.netty.channel.EventLoop;

/** A member's connection, as its room sees it. */
public interface Link {
  /** Where {@link #deliver} is called. */
  EventLoop loop();

  /** Whether the connection is gone; never false again once true. Any thread may ask. */
  boolean gone();

  /** Takes what the room has for it; sent at the latest with the next {@link #flush()}. */
  void deliver(Delivery delivery);

  /** The room has nothing more for it just now. */
  void flush();
}
