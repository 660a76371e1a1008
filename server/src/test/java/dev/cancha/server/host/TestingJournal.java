package dev.cancha.server.host;

import dev.cancha.server.journal.Journal;
import dev.cancha.server.journal.Matches;
import dev.cancha.server.journal.VolatileJournal;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What a journal of tests has that is about one room alone: nothing else is stored, and nothing is read again. */
abstract class TestingJournal implements Journal {
  private final Journal nothing = new VolatileJournal();

  @Override
  public CompletionStage<List<String>> rooms() {
    return nothing.rooms();
  }

  @Override
  public CompletionStage<List<Recovered>> reopen(List<String> rooms, Depth depth) {
    return nothing.reopen(rooms, depth);
  }

  @Override
  public Matches matches() {
    return nothing.matches();
  }

  @Override
  public void prune(long endedBeforeMillis, int most) {
    nothing.prune(endedBeforeMillis, most);
  }

  @Override
  public int waiting() {
    return 0;
  }
}
