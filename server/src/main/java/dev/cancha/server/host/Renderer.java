package dev.cancha.server.host;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.message.ServerMessage.Patch;
import dev.cancha.common.message.ServerMessage.Spectator;
import dev.cancha.common.message.ServerMessage.You;
import dev.cancha.common.patch.MergePatch;
import dev.cancha.common.wire.Encoded;
import dev.cancha.common.wire.MessageCodec;
import dev.cancha.server.host.History.Revision;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.Person;
import dev.cancha.server.room.RoomDocument;
import dev.cancha.server.room.RoomPatch;
import dev.cancha.server.room.RoomState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes messages of a room's states. Owner: the room's event loop. */
final class Renderer {
  private static final JsonType<RoomDocument> DOCUMENT = JsonType.of(RoomDocument.class);

  private final MessageCodec codec;
  /** The document that was written last, since those who come in together get the same one. */
  private @Nullable RoomDocument written;
  private Json writtenJson = Json.emptyObject();

  Renderer(MessageCodec codec) {
    this.codec = codec;
  }

  /**
   * What a step shows: the public merge patch as bytes, and the messages of its revision, or none where the
   * document did not change.
   */
  record Rendering(Json patch, @Nullable Revision revision) {}

  Rendering render(RoomState before, Changed changed) {
    RoomState after = changed.state();
    Json patch = RoomPatch.between(before, after);
    if (after.rev() == before.rev()) {
      return new Rendering(patch, null);
    }
    SortedMap<Integer, Long> acks = changed.acks().isEmpty() ? null : changed.acks();
    List<Json> events = changed.events().isEmpty() ? null : changed.events();
    Map<Integer, Encoded> own = new TreeMap<>();
    for (int seat : seats(before.shown().mes().keySet(), after.shown().mes().keySet())) {
      Json withMe = MergePatch.with(patch, "me", before.shown().me(seat), after.shown().me(seat));
      if (!withMe.equals(patch)) {
        own.put(seat, encode(new Patch(after.rev(), acks, withMe, events)));
      }
    }
    Encoded shared = encode(new Patch(after.rev(), acks, patch, events));
    return new Rendering(patch, new Revision(after.rev(), shared, own));
  }

  private static Collection<Integer> seats(Set<Integer> before, Set<Integer> after) {
    if (before.isEmpty() || after.containsAll(before)) {
      return after;
    }
    Set<Integer> seats = new TreeSet<>(before);
    seats.addAll(after);
    return seats;
  }

  /** Who is shown a whole room, and the number of the request that it answers. */
  record Viewing(Person viewer, @Nullable Integer re) {}

  /** The whole room as one viewer sees it at room time {@code atMillis}. */
  Encoded whole(RoomState state, Viewing viewing, long atMillis, List<ServerMessage.Chat> chat) {
    Person viewer = viewing.viewer();
    Json doc = MergePatch.with(document(state.shown().document()), "me", null,
        state.shown().me(viewer.seat()));
    You you = new You(viewer.seat(), state.roster().seq(viewer.session()));
    return encode(
        new ServerMessage.Room(viewing.re(), state.rev(), state.matchTime(atMillis), doc, you, chat));
  }

  Encoded spectators(RoomState state) {
    SortedMap<String, Spectator> watching = new TreeMap<>();
    for (Person person : state.roster().everyone()) {
      if (person.seat() == null) {
        watching.put(person.id(), new Spectator(person.name()));
      }
    }
    return encode(new ServerMessage.Spectators(watching));
  }

  Encoded encode(ServerMessage message) {
    return codec.encode(message);
  }

  @SuppressWarnings("ReferenceEquality") // a document that is equal but not the same is written again, no more
  private Json document(RoomDocument document) {
    if (document != written) {
      writtenJson = DOCUMENT.write(document);
      written = document;
    }
    return writtenJson;
  }
}
