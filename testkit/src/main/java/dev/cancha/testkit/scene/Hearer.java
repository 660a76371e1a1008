package dev.cancha.testkit.scene;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;

/** Is told everything that passes between clients and the server, at the clients' ends, in order. */
public interface Hearer {
  /** A message left the client; the server may never get it. */
  default void said(Conversation conversation, ClientMessage message) {}

  /** A message reached the client; {@code body} is its bytes. */
  default void heard(Conversation conversation, ServerMessage message, byte[] body) {}

  /** Bytes reached the client that are no message of the protocol, or none that it knows. */
  default void garbled(Conversation conversation, String why) {}

  default void opened(Conversation conversation) {}

  default void closed(Conversation conversation) {}
}
