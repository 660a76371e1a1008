package dev.cancha.testkit.store;

import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.Entry;
import dev.cancha.server.journal.Journal.Log;
import dev.cancha.server.journal.Journal.Receipt;
import dev.cancha.server.journal.Journal.State;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Hands what its room says to the writer. Owner: the room's event loop; the book is the store's. */
final class StoreLog implements Log {
  final Book book;
  private final Consumer<Op> writer;
  private final long epoch;

  StoreLog(Book book, Consumer<Op> writer, long epoch) {
    this.book = book;
    this.writer = writer;
    this.epoch = epoch;
  }

  @Override
  public long epoch() {
    return epoch;
  }

  @Override
  public void append(Entry entry, Receipt receipt) {
    writer.accept(new Op.Append(this, entry, null, receipt));
  }

  @Override
  public void finish(Entry last, Supplier<FinishedMatch> match, Receipt receipt) {
    writer.accept(new Op.Append(this, last, match, receipt));
  }

  @Override
  public void snapshot(long position, long base, Supplier<State> state) {
    writer.accept(new Op.Snap(this, position, base, state));
  }

  @Override
  public void setAside(String reason) {
    writer.accept(new Op.SetAside(this));
  }

  @Override
  public void close() {
    writer.accept(new Op.Close(this));
  }
}
