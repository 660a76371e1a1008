package dev.cancha.testkit.store;

import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.Opening;
import dev.cancha.server.journal.Journal.Snapshot;
import dev.cancha.server.journal.Journal.StoredEntry;

/** What a commit does to what is stored. A block on the disk is the changes of one commit, in order. */
sealed interface Change {
  record Opened(String room, Opening opening) implements Change {}

  record Owned(String room, long epoch) implements Change {}

  record Appended(String room, StoredEntry entry) implements Change {}

  record Finished(String room, FinishedMatch match) implements Change {}

  record Snapped(String room, long base, Snapshot snapshot) implements Change {}

  record SetAside(String room) implements Change {}

  record Closed(String room) implements Change {}

  record Pruned(long endedBeforeMillis, int most) implements Change {}
}
