package dev.cancha.server.host;

import dev.cancha.common.message.ServerMessage.Chat;
import dev.cancha.common.message.ServerMessage.Speaker;
import dev.cancha.common.wire.Encoded;
import dev.cancha.server.host.History.Revision;
import dev.cancha.server.host.Member.Known;
import dev.cancha.server.host.Renderer.Viewing;
import dev.cancha.server.room.Person;
import dev.cancha.server.room.RoomState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was shown and said before, for those who come, and come back. Owner: the room's event loop. */
final class Memory {
  private final RoomHost host;
  private final History history;
  private final ChatLog chat;
  private final Watchers watchers;

  Memory(RoomHost host, RoomLimits limits, Watchers watchers) {
    this.host = host;
    this.watchers = watchers;
    history = new History(limits.resumeRevisions(), limits.resumeBytes());
    chat = new ChatLog(limits.keptChat());
  }

  void add(Revision revision) {
    history.add(revision);
  }

  /** What was shown is not what the room goes on from. */
  void forgetRevisions() {
    history.clear();
  }

  Chat add(Speaker from, String text, long timeMillis, long rev) {
    return chat.add(from, text, timeMillis, rev);
  }

  /** The room as {@code person} sees it; {@code answers} the request with number {@code re}. */
  Delivery.Whole whole(RoomState state, Person person, @Nullable Integer re, boolean answers) {
    return new Delivery.Whole(
        host.renderer().whole(state, new Viewing(person, re), host.now(), chat.all()),
        host.renderer().spectators(state), answers);
  }

  /** What {@code member} has missed since it was gone: patches and chat, or the whole room. */
  List<Encoded> since(RoomState state, Member member, Person person) {
    Known known = member.known;
    List<Encoded> missed = known == null || !known.code().equalsIgnoreCase(state.config().code())
        || known.rev() < member.placedRev
            ? null
            : missed(state, known.rev(), person);
    if (missed == null) {
      Delivery.Whole whole = whole(state, person, null, false);
      missed = List.of(whole.room(), whole.spectators());
    }
    return missed;
  }

  /** What one who saw {@code rev} has missed since, or null where the room does not know any more. */
  private @Nullable List<Encoded> missed(RoomState state, long rev, Person person) {
    List<Encoded> missed = history.after(rev, state.rev(), person.seat());
    if (missed != null) {
      chat.since(rev).forEach(said -> missed.add(host.renderer().encode(said)));
      if (watchers.changedRev() >= rev) {
        missed.add(host.renderer().spectators(state));
      }
    }
    return missed;
  }
}
