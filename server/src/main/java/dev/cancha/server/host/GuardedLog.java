package dev.cancha.server.host;

import dev.cancha.server.foreign.ForeignLoop;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal;
import java.util.function.Supplier;

/**
 * The log of a room of a foreign game, for as long as its loop is not given up. The journal's epochs fence a room
 * that was stored; this one fences those of which nothing was, too.
 */
record GuardedLog(ForeignLoop home, Journal.Log log) implements Journal.Log {
  @Override
  public long epoch() {
    return log.epoch();
  }

  @Override
  public void append(Journal.Entry entry, Journal.Receipt receipt) {
    home.require();
    log.append(entry, receipt);
  }

  @Override
  public void appendSoon(Journal.Entry entry, Journal.Receipt receipt) {
    home.require();
    log.appendSoon(entry, receipt);
  }

  @Override
  public void finish(Journal.Entry last, Supplier<FinishedMatch> match, Journal.Receipt receipt) {
    home.require();
    log.finish(last, match, receipt);
  }

  @Override
  public void snapshot(long position, long base, Supplier<Journal.State> state) {
    home.require();
    log.snapshot(position, base, state);
  }

  @Override
  public void setAside(String reason) {
    home.outward(() -> log.setAside(reason));
  }

  @Override
  public void close() {
    home.outward(log::close);
  }
}
