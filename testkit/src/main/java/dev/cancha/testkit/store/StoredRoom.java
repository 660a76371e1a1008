package dev.cancha.testkit.store;

import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.Depth;
import dev.cancha.server.journal.Journal.Log;
import dev.cancha.server.journal.Journal.Opening;
import dev.cancha.server.journal.Journal.Recovered.Found;
import dev.cancha.server.journal.Journal.Snapshot;
import dev.cancha.server.journal.Journal.StoredEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An open room, as what is on the disk tells of it. Owner: the store. */
final class StoredRoom {
  private final String id;
  private final Opening opening;
  private final List<StoredEntry> entries = new ArrayList<>();
  private final SortedMap<Long, Snapshot> snapshots = new TreeMap<>();
  /** The position of the snapshot before which nothing is needed; 0: all is. */
  private long base;
  private long next = 1;
  long epoch = 1;

  StoredRoom(String id, Opening opening) {
    this.id = id;
    this.opening = opening;
  }

  /** The position of the next entry. */
  long next() {
    return next;
  }

  void append(StoredEntry entry) {
    entries.add(entry);
    next = entry.next();
  }

  /** What is kept is the newest snapshot, and that at the base: a base that is not stored, or goes back, is none. */
  void snapshot(long newBase, Snapshot snapshot) {
    snapshots.put(snapshot.position(), snapshot);
    SortedMap<Long, Snapshot> before = snapshots.headMap(newBase + 1);
    base = Math.max(base, before.isEmpty() ? 0 : before.lastKey());
    snapshots.keySet().removeIf(position -> position != base && position != snapshot.position());
    entries.removeIf(entry -> entry.next() <= base + 1);
  }

  /** The entries of {@code match}, which are here since it has just ended. */
  List<StoredEntry> of(FinishedMatch match) {
    return entries.stream()
        .filter(entry -> entry.position() >= match.inputs().first()
            && entry.position() <= match.inputs().last())
        .toList();
  }

  Found found(Depth depth, Log log) {
    Snapshot latest = snapshots.isEmpty() ? null : snapshots.get(snapshots.lastKey());
    Snapshot from = depth == Depth.BASE ? snapshots.get(base) : latest;
    return new Found(id, opening, from, latest, behind(from), log);
  }

  private List<StoredEntry> behind(@Nullable Snapshot from) {
    long first = from == null ? 1 : from.position() + 1;
    return entries.stream().filter(entry -> entry.position() >= first).toList();
  }
}
