package dev.cancha.app.match;

import dev.cancha.common.game.Result;
import dev.cancha.common.message.Json;
import dev.cancha.server.room.BotTurns;
import dev.cancha.server.room.Outcome.Refused;
import dev.cancha.server.room.RoomState;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Where one match is played. Owner: the thread that plays it. */
interface Court extends AutoCloseable {
  /** All sit down, and the match begins. */
  void begin();

  /** What the match is about, once it has begun: also what a server has drawn for it. */
  Occasion occasion();

  /** The whole truth. */
  RoomState state();

  /** What may be asked about it. */
  BotTurns<?, ?> turns();

  /** An act in a game that waits; why it was refused, or null where it counts. */
  @Nullable
  Refused act(int seat, Json action);

  /** One tick of a game that ticks, with what was decided before it; which of these acts were refused, and why. */
  SortedMap<Integer, Refused> tick(SortedMap<Integer, Json> acts);

  /** {@code seat} gives the match up. */
  void resign(int seat);

  /** How the match ended; null while it runs. */
  @Nullable
  Result result();

  /** All that has happened, in order. */
  List<Move> moves();

  @Override
  void close();
}
