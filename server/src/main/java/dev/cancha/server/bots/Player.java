package dev.cancha.server.bots;

import dev.cancha.common.game.Chance;
import dev.cancha.common.message.Json;
import dev.cancha.server.room.BotTurns;
import dev.cancha.server.room.RoomState;
import org.jspecify.annotations.Nullable;

/** A bot that plays one seat in one match, and answers when it has decided. Owner: the room's event loop. */
public interface Player {
  /** Asks what it does; {@code answers} hear of it once at most. False where there is nothing to decide. */
  boolean ask(Asking asking, Answers answers);

  /** It has not answered in its time. True if it may be asked anew; false while it is still busy with that. */
  boolean giveUp();

  /** It is not asked any more; any thread may say so. */
  void close();

  /**
   * A question.
   *
   * @param chance its own, so that it may be used on any thread
   * @param patienceMillis how long the room waits
   */
  record Asking(BotTurns<?, ?> turns, RoomState state, int seat, Chance chance, long patienceMillis) {}

  /** Who hears what a bot decides; may be called on any thread, also before {@link #ask} returns. */
  interface Answers {
    void decided(Json act);

    /** There will be no answer; {@code broken} is absent where the log has the reason already. */
    void failed(@Nullable Throwable broken);
  }
}
