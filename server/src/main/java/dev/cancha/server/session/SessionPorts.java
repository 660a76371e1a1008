package dev.cancha.server.session;

import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.message.ServerMessage.Limits;
import dev.cancha.common.message.ServerMessage.Server;
import dev.cancha.common.wire.Encoded;
import dev.cancha.common.wire.MessageCodec;
import dev.cancha.server.lobby.Lobby;
import java.time.InstantSource;

/**
 * What sessions need from outside; the same for all of a server's sessions.
 *
 * @param gate opens when the rooms are back
 * @param told the limits as {@code welcome} tells them
 * @param retryAfterMillis when one may come back whom a stopping server sends away
 */
public record SessionPorts(Sessions sessions, Gate gate, Lobby lobby, MessageCodec codec,
    InstantSource wallClock,
    Server server,
    SessionLimits limits, Limits told, AllGuesses guesses, long retryAfterMillis) {
  /** {@code message} as it is sent, which is counted. */
  Encoded counted(ServerMessage message) {
    sessions.traffic().told(message);
    return codec.encode(message);
  }

  /** Wrong codes and passwords of everyone. */
  public record AllGuesses(Guesses bySession, Guesses byAddress) {
    public static AllGuesses of(SessionLimits limits) {
      return new AllGuesses(new Guesses(limits.wrongGuessesPerMinute()),
          new Guesses(limits.wrongGuessesPerMinutePerAddress()));
    }
  }
}
