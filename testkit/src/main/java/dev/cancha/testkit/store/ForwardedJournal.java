package dev.cancha.testkit.store;

import dev.cancha.server.journal.Journal;
import dev.cancha.server.journal.Matches;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Stands before another journal, and may change what passes. Owner: the world's thread. */
public abstract class ForwardedJournal implements Journal {
  private final Journal behind;

  protected ForwardedJournal(Journal behind) {
    this.behind = behind;
  }

  /** What the room is given in the place of {@code log}. */
  protected abstract Log forwarded(String room, Log log);

  @Override
  public Log create(String room, Supplier<Opening> opening) {
    return forwarded(room, behind.create(room, opening));
  }

  @Override
  public CompletionStage<List<String>> rooms() {
    return behind.rooms();
  }

  @Override
  public CompletionStage<List<Recovered>> reopen(List<String> rooms, Depth depth) {
    return behind.reopen(rooms, depth)
        .thenApply(recovered -> recovered.stream().map(this::forwarded).toList());
  }

  private Recovered forwarded(Recovered recovered) {
    return switch (recovered) {
      case Recovered.Found found -> new Recovered.Found(found.room(), found.opening(), found.from(),
          found.latest(), found.entries(), forwarded(found.room(), found.log()));
      case Recovered.Unreadable unreadable -> unreadable;
    };
  }

  @Override
  public Matches matches() {
    return behind.matches();
  }

  @Override
  public void prune(long endedBeforeMillis, int most) {
    behind.prune(endedBeforeMillis, most);
  }

  @Override
  public int waiting() {
    return behind.waiting();
  }
}
