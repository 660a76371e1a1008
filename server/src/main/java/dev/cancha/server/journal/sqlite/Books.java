package dev.cancha.server.journal.sqlite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All open rooms, oldest first, and the numbers to give next. Owner: the writer's thread. */
final class Books {
  private final Map<String, RoomBook> byId = new LinkedHashMap<>();
  long nextSeq = 1;
  long nextNumber = 1;

  /** The book of a room that is in the file. */
  RoomBook known(String id) {
    return byId.computeIfAbsent(id, room -> new RoomBook(room, null));
  }

  @Nullable
  RoomBook find(String id) {
    return byId.get(id);
  }

  /** False where there is one of that id already. */
  boolean add(RoomBook book) {
    return byId.putIfAbsent(book.id, book) == null;
  }

  void remove(RoomBook book) {
    byId.remove(book.id, book);
    book.owner = null;
  }

  /** Removes the rooms that are thought to be in the file, but for {@code stored}. */
  void removeUnless(Set<String> stored) {
    List<RoomBook> gone = new ArrayList<>(byId.values());
    gone.removeIf(book -> !book.stored() || stored.contains(book.id));
    gone.forEach(this::remove);
  }

  int size() {
    return byId.size();
  }

  /** The rooms that are in the file, oldest first. */
  List<String> stored() {
    return byId.values().stream().filter(RoomBook::stored).map(book -> book.id).toList();
  }
}
