package dev.cancha.app.join;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
import java.util.concurrent.CompletionStage;

/** What the line mode needs of a connection. Its futures may complete on any thread. */
public interface Link {
  /** Asks; completes with the answer, or fails with an exception whose message is a sentence for the player. */
  CompletionStage<? extends ServerMessage> ask(ClientMessage.Request request);

  /** Acts in the match; completes when the act was applied, or fails as {@link #ask}. */
  CompletionStage<?> act(Json action);

  /** Ends the connection, and all attempts to have one. */
  void close();
}
