package dev.cancha.app.load;

import dev.cancha.common.message.ServerMessage;
import io.netty.buffer.ByteBuf;

/** Those who are in one room together, and what becomes of what its connections say. On the crowd's event loop. */
interface Party {
  /** {@code player} has a connection. */
  void connected(Player player);

  /**
   * {@code player} was sent the next revision.
   *
   * @param body the whole message, as long as this call takes
   */
  void patched(Player player, PatchHead patch, ByteBuf body);

  /** {@code player} was sent what is no patch. */
  void heard(Player player, ServerMessage message);

  /** What must not be. */
  void failed(String what);
}
