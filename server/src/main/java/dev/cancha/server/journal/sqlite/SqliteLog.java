package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.Entry;
import dev.cancha.server.journal.Journal.Log;
import dev.cancha.server.journal.Journal.Receipt;
import dev.cancha.server.journal.Journal.State;
import java.util.function.Supplier;

/** Hands what its room says to the writer. Owner: the room's event loop; the book is the writer's alone. */
final class SqliteLog implements Log {
  final RoomBook book;
  private final Writer writer;
  private final long epoch;

  SqliteLog(RoomBook book, Writer writer, long epoch) {
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
    writer.putInTurn(new Op.Append(this, entry, null, receipt));
  }

  @Override
  public void appendSoon(Entry entry, Receipt receipt) {
    writer.putSoon(new Op.Append(this, entry, null, receipt));
  }

  @Override
  public void finish(Entry last, Supplier<FinishedMatch> match, Receipt receipt) {
    writer.putInTurn(new Op.Append(this, last, match, receipt));
  }

  @Override
  public void snapshot(long position, long base, Supplier<State> state) {
    writer.putSoon(new Op.Snap(this, position, base, state));
  }

  @Override
  public void setAside(String reason) {
    writer.put(new Op.SetAside(this, reason));
  }

  @Override
  public void close() {
    writer.put(new Op.Close(this));
  }
}
