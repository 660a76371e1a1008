package dev.cancha.server.host;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.wire.Encoded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a room has for one of its members, or for one who asked to be. */
public sealed interface Delivery {
  /** One revision; {@code answers} an act of this connection. */
  record Patch(Encoded patch, boolean answers) implements Delivery {}

  /** A request of this connection was answered, or dropped since the connection is not the session's any more. */
  record Settled() implements Delivery {}

  /** The whole room, which replaces all patches before it, and who watches. */
  record Whole(Encoded room, Encoded spectators, boolean answers) implements Delivery {}

  /** The one who asked is in {@code room} now. */
  record Entered(RoomHost host, Whole whole) implements Delivery {}

  /**
   * The session is on its place again, on a new connection.
   *
   * @param code the room's
   * @param missed what it missed, to be sent after {@code welcome}: patches and chat, or the whole room
   */
  record Resumed(RoomHost host, String code, List<Encoded> missed) implements Delivery {}

  /** The session has no place in this room any more. */
  record NotHere() implements Delivery {}

  /** A request is done. */
  record Done(Encoded done) implements Delivery {}

  /** A request, or an act ({@code seq}), is refused. */
  record Refusal(@Nullable Integer re, @Nullable Long seq, ErrorCode code,
      String message) implements Delivery {}

  /** The act was applied before: answered by the whole room, as soon as one may be sent again. */
  record Duplicate() implements Delivery {}

  /** Chat, or who watches: lost to one who reads too slowly, and told again by the next whole room. */
  record Note(Encoded message) implements Delivery {}

  /** Something broke in the room that was no request's fault. */
  record Broken(String message) implements Delivery {}

  /** The place in the room is lost; {@code answers} a request of this connection with number {@code re}. */
  record Left(LeftReason reason, boolean answers, @Nullable Integer re) implements Delivery {}
}
