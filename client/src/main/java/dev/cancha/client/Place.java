package dev.cancha.client;

import dev.cancha.common.message.ClientMessage.Act;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.ServerMessage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The client's place in a room: its document, and the acts that wait for their answer. Owner: the client's event loop;
 * only {@link #view()} may be called by any thread.
 */
final class Place {
  private final LongSupplier nanos;
  private final Notices notices;
  private final RoomKeeper rooms = new RoomKeeper();
  private final OpenActs acts = new OpenActs();
  private boolean syncing;

  /** @param nanos the loop's ticker */
  Place(LongSupplier nanos, Notices notices) {
    this.nanos = nanos;
    this.notices = notices;
  }

  @Nullable
  RoomView view() {
    return rooms.view();
  }

  OpenActs acts() {
    return acts;
  }

  Act act(Json action, long rev, CompletableFuture<Applied> answer) {
    return acts.add(action, rev, answer);
  }

  /** Gives the acts to send again; where the session is not in the room any more they fail instead. */
  List<Act> welcomed(ServerMessage.Welcome welcome) {
    rooms.player(welcome.player().id());
    syncing = false;
    RoomView room = rooms.view();
    if (room == null || !resumed(welcome) || !room.code().equals(welcome.room())) {
      acts.failAll(new ConnectionLost("the session lost its place before the act was answered", true));
    }
    return acts.inOrder();
  }

  /** Where the server forgot the session, nobody but the client itself can say that its place is gone. */
  void forgottenBy(ServerMessage.Welcome welcome) {
    if (!resumed(welcome)) {
      left(LeftReason.EXPIRED);
    }
  }

  void room(ServerMessage.Room message) {
    RoomView before = rooms.view();
    List<ServerMessage.Chat> unheard = rooms.replace(message, nanos.getAsLong());
    syncing = false;
    RoomView room = rooms.view();
    if (room == null) {
      return;
    }
    if (before != null && !before.code().equals(room.code())) {
      acts.failAll(new ConnectionLost("the room was left before the act was answered", true));
    }
    notices.tell(listener -> listener.onRoom(room));
    unheard.forEach(chat -> notices.tell(listener -> listener.onChat(chat)));
    acts.applied(message.you().seq(), message.rev());
  }

  /** Whether the room has to be asked for, because revisions are missing. */
  boolean patch(ServerMessage.Patch patch) {
    return switch (rooms.apply(patch, nanos.getAsLong())) {
      // told twice, or meant for a room that was left
      case OLD -> false;
      case GAP -> {
        boolean first = !syncing;
        syncing = true;
        yield first;
      }
      case APPLIED -> {
        applied(patch);
        yield false;
      }
    };
  }

  void chat(ServerMessage.Chat chat) {
    if (rooms.heard(chat)) {
      notices.tell(listener -> listener.onChat(chat));
    }
  }

  void spectators(ServerMessage.Spectators message) {
    RoomView watched = rooms.watchedBy(message.spectators());
    if (watched != null) {
      notices.tell(listener -> listener.onSpectators(watched));
    }
  }

  void left(LeftReason reason) {
    if (rooms.view() != null) {
      rooms.clear();
      notices.tell(listener -> listener.onLeft(reason));
    }
  }

  void end(ClientFailure failure) {
    rooms.clear();
    acts.failAll(failure);
  }

  private void applied(ServerMessage.Patch patch) {
    RoomView room = rooms.view();
    if (room == null) {
      return;
    }
    notices.patched(room, patch.events());
    Long seq = room.seat() == null || patch.acks() == null ? null : patch.acks().get(room.seat());
    if (seq != null) {
      acts.applied(seq, patch.rev());
    }
  }

  private static boolean resumed(ServerMessage.Welcome welcome) {
    return Boolean.TRUE.equals(welcome.resumed());
  }
}
