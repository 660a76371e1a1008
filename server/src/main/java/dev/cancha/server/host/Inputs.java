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
import dev.cancha.server.room.PasswordHash;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomInput.Changes;
import dev.cancha.server.room.RoomInput.Draw;
import dev.cancha.server.room.Seed;
import dev.cancha.server.room.SessionId;
import org.jspecify.annotations.Nullable;

/** What clients ask, as inputs of the room: with the chance that they may need. Owner: the room's event loop. */
final class Inputs {
  private final Entropy entropy;

  Inputs(Entropy entropy) {
    this.entropy = entropy;
  }

  Draw draw() {
    return new Draw(new Seed(entropy.hex()), entropy.id());
  }

  /** How {@code request} is answered when it is not refused. */
  static Answer answer(ClientMessage request) {
    return switch (request) {
      case ClientMessage.Act act -> Answer.PATCH;
      case Sit sit -> Answer.WHOLE;
      case Leave leave -> Answer.LEFT;
      case ClientMessage other -> Answer.DONE;
    };
  }

  RoomInput.Act act(ClientMessage.Act act, SessionId session, long at) {
    return new RoomInput.Act(at, session, act.seq(), act.action(), act.rev());
  }

  RoomInput leave(SessionId session, long at) {
    return new RoomInput.Leave(at, session, draw());
  }

  RoomInput sit(Sit sit, SessionId session, long at) {
    return new RoomInput.Sit(at, session, sit.seat(), draw());
  }

  RoomInput ready(Ready ready, SessionId session, long at) {
    return new RoomInput.Ready(at, session, ready.ready() == null || ready.ready(), false, draw());
  }

  RoomInput rematch(Rematch rematch, SessionId session, long at) {
    return new RoomInput.Ready(at, session, true, true, draw());
  }

  RoomInput start(Start start, SessionId session, long at) {
    return new RoomInput.Start(at, session, draw());
  }

  RoomInput bot(Bot bot, SessionId session, long at) {
    return new RoomInput.Bot(at, session, bot.seat(), bot.bot(), bot.remove() != null && bot.remove());
  }

  RoomInput kick(Kick kick, SessionId session, long at) {
    return new RoomInput.Kick(at, session, kick.seat(), kick.player(), draw());
  }

  RoomInput resign(Resign resign, SessionId session, long at) {
    return new RoomInput.Resign(at, session);
  }

  static Changes changes(Configure configure, @Nullable PasswordHash password) {
    return new Changes(configure.options(), configure.settings(), configure.seats(), configure.visibility(),
        "".equals(configure.password()), password);
  }
}
