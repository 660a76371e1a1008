package dev.cancha.server.host;

import dev.cancha.server.journal.Journal;
import io.netty.channel.EventLoop;

/** Where a room lives, and what that asks of it. Owner: the room's event loop, but for {@link #execute}. */
interface Home {
  EventLoop loop();

  /** Whether the room's game came from outside. */
  boolean foreign();

  /** {@code host} lives here from now on. */
  void moveIn(RoomHost host);

  /** It does not any more. */
  void leaves(RoomHost host);

  /** Runs {@code task} on the loop, from any thread; not at all where the room has lost it. */
  void execute(Runnable task);

  /** What the room does in one go: a request, a tick, an alarm. */
  void go(RoomHost host, Runnable task);

  /** Whether the room has lost the loop; any thread may ask. */
  boolean lost();

  /** Throws where it has. */
  void requireHere();

  /** Throws where what the game's code has led to in this go must not count. */
  void afford();

  /** Does what others see of the room, if it may still be seen. */
  void outward(Runnable effect);

  /** The server's {@code ports} as a room here may use them. */
  RoomPorts ports(RoomPorts ports);

  /** The room's {@code log} as it may use it here. */
  Journal.Log log(Journal.Log log);
}
