package dev.cancha.server.session;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.ServerMessage.Failure;
import dev.cancha.common.message.ServerMessage.Left;
import dev.cancha.server.host.RoomHost;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a session has under way to a room, or to where one is found. Of what a foreign room is asked it knows the words,
 * since such a room may never answer. Owner: the event loop of the session's connection.
 */
final class Underway {
  private int count;
  /** What is under way must be answered before anything else is handled, also by the room. */
  private boolean barrier;
  /** What foreign rooms were asked, in order, and where they live. */
  private @Nullable Deque<ClientMessage> foreign;
  private @Nullable EventLoop loop;

  /** One more; with {@code alone} nothing else is handled until it is answered. */
  void sent(boolean alone) {
    count++;
    barrier |= alone;
  }

  /** {@code place} is asked {@code message}. */
  void asked(RoomHost place, ClientMessage message) {
    if (place.foreign()) {
      if (foreign == null) {
        foreign = new ArrayDeque<>();
      }
      foreign.add(message);
      loop = place.loop();
    }
  }

  /** One is answered. */
  void answered() {
    if (count > 0) { // a room that broke may have answered twice
      count--;
    }
    if (foreign != null) {
      foreign.poll();
    }
  }

  boolean any() {
    return count > 0;
  }

  /** Whether {@code message} must wait for it, from a session that is in {@code room}. */
  boolean holds(ClientMessage message, @Nullable RoomHost room, Outlet outlet) {
    return switch (message) {
      case ClientMessage.Act act -> barrier || (room == null && any());
      case ClientMessage.Pong pong -> false;
      case ClientMessage.Sync sync ->
        barrier || (sync.id() != null && room != null && outlet.wholeInNanos() > 0);
      case ClientMessage.RoomRequest request -> barrier || (room == null && any());
      case ClientMessage.Request other -> any();
    };
  }

  void open() {
    barrier = false;
  }

  /** The loop {@code lost} answers no more; false where it concerns neither what is under way nor the room. */
  boolean lost(EventLoop lost, Session session, String message) {
    Deque<ClientMessage> open = lost.equals(loop) && foreign != null ? foreign : new ArrayDeque<>();
    boolean asked = !open.isEmpty();
    if (asked) {
      for (ClientMessage each : open) {
        Long seq = each instanceof ClientMessage.Act act ? act.seq() : null;
        session.send(new Failure(Session.reOf(each), seq, ErrorCode.INTERNAL, message));
      }
    }
    RoomHost room = session.room();
    boolean here = room != null && room.loop().equals(lost);
    if (here && !asked) {
      session.refuse(null, ErrorCode.INTERNAL, message);
    }
    if (here) {
      session.left();
      session.send(new Left(null, LeftReason.CLOSED));
    }
    return asked || here;
  }

  /** Nothing is. */
  void clear() {
    count = 0;
    foreign = null;
  }
}
