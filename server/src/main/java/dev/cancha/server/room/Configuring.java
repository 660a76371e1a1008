package dev.cancha.server.room;

import dev.cancha.common.game.GameInfo;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.json.Mismatch;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.OnAbsent;
import dev.cancha.common.message.Settings;
import dev.cancha.server.room.Outcome.Refused;
import dev.cancha.server.room.RoomInput.Changes;
import dev.cancha.server.room.RoomInput.Configure;
import org.jspecify.annotations.Nullable;

/** What a room may be opened with or changed to. Immutable. */
public final class Configuring {
  private final GameInfo<?> info;
  private final boolean bots;

  /** {@code bots}: whether the game has any here. */
  public Configuring(GameInfo<?> info, boolean bots) {
    this.info = info;
    this.bots = bots;
  }

  /** The game's options with the members that {@code given} has, all others by default. */
  public Record options(@Nullable Json given) throws Mismatch {
    Record defaults = info.types().options();
    return given == null ? defaults : read(defaults, given);
  }

  /** Null where a room may have these seats and settings; else why not. */
  public @Nullable Refused check(int seats, Settings settings) {
    if (seats < info.seats().min() || seats > info.seats().max()) {
      return Draft.refused(ErrorCode.BAD_MESSAGE, "'seats' is " + seats + ", but " + info.title() + " has "
          + info.seats().min() + " to " + info.seats().max());
    }
    if (settings.onAbsent() == OnAbsent.BOT && !bots) {
      return Draft.refused(ErrorCode.BAD_OPTIONS, "'onAbsent' is bot, but this game has no bots here");
    }
    boolean bank = settings.bankSeconds() != null
        || (settings.turnSeconds() == null && info.settings().bankSeconds() > 0);
    if (settings.incrementSeconds() != null && !bank) {
      return Draft.refused(ErrorCode.BAD_OPTIONS, "'incrementSeconds' needs 'bankSeconds'");
    }
    return null;
  }

  @Nullable
  Refused configure(Draft draft, Configure input) {
    if (!input.session().equals(draft.roster.host())) {
      return Membership.notHost();
    }
    if (draft.playing()) {
      return Draft.alreadyPlaying();
    }
    Changes changes = input.changes();
    RoomConfig config = draft.config;
    Settings settings = changes.settings() == null ? config.settings()
        : config.settings().with(changes.settings());
    int seats = changes.seats() == null ? config.size() : changes.seats();
    Refused refused = check(seats, settings);
    if (refused != null) {
      return refused;
    }
    if (!draft.roster.seats().isEmpty() && draft.roster.seats().lastKey() >= seats) {
      return Draft.refused(ErrorCode.SEAT_TAKEN,
          "seat " + draft.roster.seats().lastKey() + " is taken, so " + seats + " seats are too few");
    }
    try {
      config = config.with(changes.options() == null ? config.options() : options(changes.options()),
          settings, seats);
    } catch (Mismatch e) {
      return Draft.refused(ErrorCode.BAD_OPTIONS, "'options': " + e.getMessage());
    }
    if (changes.password() != null || changes.dropPassword()) {
      config = config.with(changes.password());
    }
    if (changes.visibility() != null && changes.visibility() != config.visibility()) {
      config = config.with(changes.visibility(), input.newCode());
    }
    draft.config = config;
    draft.roster = draft.roster.eachSeat(seat -> seat.ready(false));
    return null;
  }

  @SuppressWarnings("unchecked") // a record's class is the class of its type
  private static <R extends Record> Record read(R defaults, Json given) {
    return JsonType.of((Class<R>) defaults.getClass()).read(given, defaults);
  }
}
