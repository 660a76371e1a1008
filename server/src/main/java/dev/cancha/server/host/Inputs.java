package dev.cancha.server.host;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ClientMessage.Bot;
import dev.cancha.common.message.ClientMessage.Configure;
import dev.cancha.common.message.ClientMessage.Kick;
import dev.cancha.common.message.ClientMessage.Leave;
import dev.cancha.common.message.ClientMessage.Ready;
import dev.cancha.common.message.ClientMessage.Rematch;
import dev.cancha.common.message.ClientMessage.Resign;
import dev.cancha.common.message.ClientMessage.Sit;
import dev.cancha.common.message.ClientMessage.Start;
import dev.cancha.server.host.Asker.Answer;
import dev.cancha.server.bots.Bots;
import dev.cancha.server.room.PasswordHash;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomInput.Changes;
import dev.cancha.server.room.RoomInput.Draw;
import dev.cancha.server.room.RoomInput.Single;
import dev.cancha.server.room.Seed;
import dev.cancha.server.room.SessionId;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What clients ask, as inputs of the room: with the chance that they may need. Owner: the room's event loop. */
final class Inputs {
  private final Entropy entropy;
  private final InstantSource wallClock;
  private final Bots bots;
  private final String game;

  Inputs(RoomPorts ports, String game) {
    bots = ports.bots();
    this.game = game;
    this.entropy = ports.entropy();
    this.wallClock = ports.wallClock();
  }

  Draw draw() {
    Entropy.Lot lot = entropy.lot();
    return new Draw(new Seed(lot.seed()), lot.match(), wallClock.millis());
  }

  /** How {@code request} is answered when it is not refused. */
  static Answer answer(ClientMessage request) {
    return switch (request) {
      case ClientMessage.Act act -> Answer.PATCH;
      case Sit sit -> Answer.WHOLE;
      case Leave leave -> Answer.LEFT;
      case ClientMessage.Sync sync -> Answer.SYNC;
      case ClientMessage other -> Answer.DONE;
    };
  }

  /** What {@code message} asks of the room; not for what is none of the room's, or needs more than an input. */
  Single of(ClientMessage message, SessionId session, long at) {
    return switch (message) {
      case ClientMessage.Act act -> new RoomInput.Act(at, session, act.seq(), act.action(), act.rev());
      case Leave leave -> new RoomInput.Leave(at, session, draw());
      case Sit sit -> new RoomInput.Sit(at, session, sit.seat(), draw());
      case Ready ready ->
        new RoomInput.Ready(at, session, ready.ready() == null || ready.ready(), false, draw());
      case Rematch rematch -> new RoomInput.Ready(at, session, true, true, draw());
      case Start start -> new RoomInput.Start(at, session, draw());
      case Bot bot ->
        new RoomInput.Bot(at, session, bot.seat(), bots.named(game, bot.bot()),
            bot.remove() != null && bot.remove(), draw());
      case Kick kick -> new RoomInput.Kick(at, session, kick.seat(), kick.player(), draw());
      case Resign resign -> new RoomInput.Resign(at, session);
      case Configure configure -> throw noInput(message);
      case ClientMessage.Say say -> throw noInput(message);
      case ClientMessage.Sync sync -> throw noInput(message);
      case ClientMessage.Hello hello -> throw noInput(message);
      case ClientMessage.Describe describe -> throw noInput(message);
      case ClientMessage.ListRooms list -> throw noInput(message);
      case ClientMessage.Create create -> throw noInput(message);
      case ClientMessage.Join join -> throw noInput(message);
      case ClientMessage.Quick quick -> throw noInput(message);
      case ClientMessage.Ping ping -> throw noInput(message);
      case ClientMessage.Pong pong -> throw noInput(message);
    };
  }

  private static IllegalArgumentException noInput(ClientMessage message) {
    return new IllegalArgumentException(message.getClass().getSimpleName() + " is no input of a room");
  }

  static Changes changes(Configure configure, @Nullable PasswordHash password) {
    return new Changes(configure.options(), configure.settings(), configure.seats(), configure.visibility(),
        "".equals(configure.password()), password);
  }
}
