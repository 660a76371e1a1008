package dev.cancha.testkit.store;

import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.Entry;
import dev.cancha.server.journal.Journal.Log;
import dev.cancha.server.journal.Journal.Receipt;
import dev.cancha.server.journal.Journal.State;
import java.util.function.Supplier;

/** Stands before another log, and may change what passes. Owner: the room's event loop. */
public abstract class ForwardedLog implements Log {
  private final Log behind;

  protected ForwardedLog(Log behind) {
    this.behind = behind;
  }

  /** What is appended in the place of {@code entry}. */
  protected Entry forwarded(Entry entry) {
    return entry;
  }

  /** Who is told in the place of {@code receipt} what became of {@code entry}. */
  protected abstract Receipt forwarded(Entry entry, Receipt receipt);

  @Override
  public long epoch() {
    return behind.epoch();
  }

  @Override
  public void append(Entry entry, Receipt receipt) {
    Entry forwarded = forwarded(entry);
    behind.append(forwarded, forwarded(forwarded, receipt));
  }

  @Override
  public void finish(Entry last, Supplier<FinishedMatch> match, Receipt receipt) {
    Entry forwarded = forwarded(last);
    behind.finish(forwarded, match, forwarded(forwarded, receipt));
  }

  @Override
  public void snapshot(long position, long base, Supplier<State> state) {
    behind.snapshot(position, base, state);
  }

  @Override
  public void setAside(String reason) {
    behind.setAside(reason);
  }

  @Override
  public void close() {
    behind.close();
  }
}
