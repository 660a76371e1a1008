package dev.cancha.testkit.store;

import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.journal.Matches;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the changes on the disk come to: the same at their commit as when another process reads them. Owner: the store.
 */
final class Tables implements Matches {
  /** Open rooms, oldest first. */
  private final Map<String, StoredRoom> rooms = new LinkedHashMap<>();
  private final Set<String> aside = new TreeSet<>();
  private final Map<String, StoredMatch> matches = new LinkedHashMap<>();
  private long numbers;

  private record StoredMatch(long number, FinishedMatch match, List<StoredEntry> entries) {}

  void apply(Change change) {
    switch (change) {
      case Change.Opened opened -> rooms.put(opened.room(), new StoredRoom(opened.room(), opened.opening()));
      case Change.Owned owned -> room(owned.room()).epoch = owned.epoch();
      case Change.Appended appended -> room(appended.room()).append(appended.entry());
      case Change.Finished finished -> matches.computeIfAbsent(finished.match().id(),
          id -> new StoredMatch(++numbers, finished.match(), room(finished.room()).of(finished.match())));
      case Change.Snapped snapped -> room(snapped.room()).snapshot(snapped.base(), snapped.snapshot());
      case Change.SetAside setAside -> {
        rooms.remove(setAside.room());
        aside.add(setAside.room());
      }
      case Change.Closed closed -> rooms.remove(closed.room());
      case Change.Pruned pruned -> prune(pruned);
    }
  }

  private void prune(Change.Pruned pruned) {
    matches.values()
        .removeIf(match -> match.match().times().endedMillis() < pruned.endedBeforeMillis());
    List<String> oldest = List.copyOf(matches.keySet());
    oldest.subList(0, Math.max(0, oldest.size() - pruned.most())).forEach(matches::remove);
  }

  private StoredRoom room(String id) {
    return Objects.requireNonNull(rooms.get(id), id);
  }

  /** Null where no such room is open. */
  @Nullable
  StoredRoom open(String id) {
    return rooms.get(id);
  }

  /** Open ones, oldest first. */
  List<String> rooms() {
    return List.copyOf(rooms.keySet());
  }

  /** Whether there is such a room, open or set aside. */
  boolean has(String id) {
    return rooms.containsKey(id) || aside.contains(id);
  }

  // ------------------------------------------------------------------ the matches that are over

  @Override
  public Page list(Query query) {
    List<StoredMatch> found = new ArrayList<>();
    for (StoredMatch match : List.copyOf(matches.values()).reversed()) {
      if (found.size() <= query.limit() && fits(match, query)) {
        found.add(match);
      }
    }
    List<FinishedMatch> page = found.stream().limit(query.limit()).map(StoredMatch::match).toList();
    return new Page(page, found.size() > query.limit() ? found.get(query.limit() - 1).number() : null);
  }

  private static boolean fits(StoredMatch stored, Query query) {
    FinishedMatch match = stored.match();
    return (query.game() == null || query.game().equals(match.game()))
        && (query.before() == null || stored.number() < query.before())
        && switch (query.audience()) {
          case Audience.Anyone anyone -> match.listed();
          case Audience.Member member -> match.listed() || match.members().contains(member.session());
          case Audience.Operator operator -> true;
        };
  }

  @Override
  public @Nullable FinishedMatch find(String id) {
    StoredMatch match = matches.get(id);
    return match == null ? null : match.match();
  }

  @Override
  public void inputs(String id, Consumer<StoredEntry> entries) {
    StoredMatch match = matches.get(id);
    if (match != null) {
      match.entries().forEach(entries);
    }
  }
}
