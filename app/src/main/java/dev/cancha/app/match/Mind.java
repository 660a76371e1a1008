package dev.cancha.app.match;

import dev.cancha.common.message.Json;
import dev.cancha.server.room.BotTurns;
import dev.cancha.server.room.RoomState;
import org.jspecify.annotations.Nullable;

/** What plays one seat in one match. Owner: the thread that plays the match. */
interface Mind extends AutoCloseable {
  /** Asks what it does; those of several seats may think at the same time. Null where there is nothing to decide. */
  @Nullable
  Answer ask(Question question);

  /** It is not asked any more. */
  @Override
  void close();

  /** What is asked. */
  record Question(BotTurns<?, ?> turns, RoomState state, int seat) {}

  /** What is awaited. */
  @FunctionalInterface
  interface Answer {
    /** The act, as a client would send it. */
    Json await() throws Failed;
  }
}
