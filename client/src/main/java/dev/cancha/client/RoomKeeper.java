package dev.cancha.client;

import dev.cancha.common.message.ServerMessage.Chat;
import dev.cancha.common.message.ServerMessage.Patch;
import dev.cancha.common.message.ServerMessage.Room;
import dev.cancha.common.message.ServerMessage.Spectator;
import dev.cancha.common.patch.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The room document and what comes with it. Changed on the client's event loop only; the view may be read by any
 * thread.
 */
final class RoomKeeper {
  private static final int KEPT_CHAT = 50;

  private @Nullable Document document;
  private volatile @Nullable RoomView view;
  private String player = "";

  /** What a patch did. */
  enum Patched {
    APPLIED, OLD, GAP
  }

  @Nullable
  RoomView view() {
    return view;
  }

  /** Whose seat is the client's own. */
  void player(String id) {
    player = id;
  }

  void clear() {
    document = null;
    view = null;
  }

  /** Takes the room whole; gives the chat that was not seen before, if it is the room the client was in. */
  List<Chat> replace(Room room, long nanos) {
    RoomView old = view;
    document = Document.of(room.doc());
    JsonNode doc = document.node();
    String code = doc.path("code").asString("");
    boolean same = old != null && old.code().equals(code);
    SortedMap<String, Spectator> spectators = same && old != null ? old.spectators() : new TreeMap<>();
    view = new RoomView(code, room.rev(), doc, room.you().seat(), room.chat(), spectators,
        new MatchClock(room.now(), nanos));
    long seen = same && old != null ? lastChat(old) : Long.MAX_VALUE;
    return room.chat().stream().filter(chat -> chat.n() > seen).toList();
  }

  Patched apply(Patch patch, long nanos) {
    RoomView old = view;
    Document before = document;
    if (old == null || before == null || patch.rev() <= old.rev()) {
      return Patched.OLD;
    }
    if (patch.rev() > old.rev() + 1) {
      return Patched.GAP;
    }
    Document after = before.apply(patch.patch());
    document = after;
    JsonNode doc = after.node();
    view = new RoomView(doc.path("code").asString(old.code()), patch.rev(), doc, seat(old, doc), old.chat(),
        old.spectators(), clock(old, doc, nanos));
    return Patched.APPLIED;
  }

  /** Whether {@code chat} is news: after a reconnect some of it is told twice. */
  boolean heard(Chat chat) {
    RoomView old = view;
    if (old == null || chat.n() <= lastChat(old)) {
      return false;
    }
    List<Chat> all = new ArrayList<>(old.chat());
    all.add(chat);
    List<Chat> kept = all.subList(Math.max(0, all.size() - KEPT_CHAT), all.size());
    view = new RoomView(old.code(), old.rev(), old.doc(), old.seat(), kept, old.spectators(), old.clock());
    return true;
  }

  /** The room with these spectators, or null where there is no room. */
  @Nullable
  RoomView watchedBy(SortedMap<String, Spectator> spectators) {
    RoomView old = view;
    if (old == null) {
      return null;
    }
    RoomView watched = new RoomView(old.code(), old.rev(), old.doc(), old.seat(), old.chat(), spectators,
        old.clock());
    view = watched;
    return watched;
  }

  private static long lastChat(RoomView room) {
    return room.chat().isEmpty() ? 0 : room.chat().getLast().n();
  }

  @SuppressWarnings("ReferenceEquality") // a document shares what a patch leaves alone with the one before
  private @Nullable Integer seat(RoomView old, JsonNode doc) {
    JsonNode seats = doc.path("seats");
    if (seats == old.doc().path("seats")) {
      return old.seat(); // nearly every patch leaves the seats alone
    }
    for (Map.Entry<String, JsonNode> seat : seats.properties()) {
      if (seat.getValue().path("id").asString("").equals(player)) {
        return Integer.valueOf(seat.getKey());
      }
    }
    return null;
  }

  /** A new match has a new time; within one, the time runs on from what the last room told. */
  private static MatchClock clock(RoomView old, JsonNode doc, long nanos) {
    boolean sameMatch = doc.path("match").equals(old.doc().path("match"));
    return sameMatch ? old.clock() : new MatchClock(doc.path("time").asLong(0), nanos);
  }
}
