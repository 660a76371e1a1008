package dev.cancha.app.terminal;

import dev.cancha.common.message.ClientMessage.Request;
import dev.cancha.common.message.Json;

/** What the screens want done outside; what comes of it is {@link Heard}. */
public sealed interface Effect {
  /** Look for servers, until it is enough. */
  record Search() implements Effect {}

  /** Enough servers were found. */
  record Enough() implements Effect {}

  /** Connect to a server, and have no other connection from now on. */
  record Dial(String address) implements Effect {}

  /** Have no connection any more. */
  record HangUp() implements Effect {}

  /** Ask the server. */
  record Ask(Request request) implements Effect {}

  /** Act in the match. */
  record Act(Json action) implements Effect {}
}
