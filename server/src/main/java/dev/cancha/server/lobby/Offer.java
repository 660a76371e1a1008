package dev.cancha.server.lobby;

import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.json.EventType;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage.GameDescription;
import dev.cancha.common.message.ServerMessage.GameEntry;
import dev.cancha.server.room.Configuring;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A game on offer: its rules, what rooms of it may be like, and its description. Immutable. */
record Offer(Game<?, ?> game, GameEntry entry, Configuring configuring, GameDescription description) {
  static Offer of(Game<?, ?> game, List<String> bots) {
    GameInfo<?> info = game.info();
    GameInfo.Types<?> types = info.types();
    Json me = types.me() == null ? null : JsonType.of(types.me()).schema();
    return new Offer(game,
        new GameEntry(info.id(), info.title(), info.seats().min(), info.seats().max(), info.tickRate()),
        new Configuring(info, !bots.isEmpty()),
        new GameDescription(null, info.id(), info.title(), info.help(), bots,
            optionsSchema(types.options()),
            JsonType.of(types.act()).schema(), JsonType.of(types.view()).schema(), me,
            EventType.of(types.event()).schema()));
  }

  GameDescription description(@Nullable Integer re) {
    GameDescription d = description;
    return new GameDescription(re, d.id(), d.title(), d.help(), d.bots(), d.options(), d.action(), d.view(),
        d.me(),
        d.event());
  }

  @SuppressWarnings("unchecked") // a record's class is the class of its type
  private static <R extends Record> Json optionsSchema(R defaults) {
    return JsonType.of((Class<R>) defaults.getClass()).schema(defaults);
  }
}
