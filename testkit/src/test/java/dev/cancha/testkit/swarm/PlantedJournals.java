package dev.cancha.testkit.swarm;

import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal;
import dev.cancha.server.journal.Journal.Entry;
import dev.cancha.server.journal.Journal.Log;
import dev.cancha.server.journal.Journal.Receipt;
import dev.cancha.server.journal.Journal.Recovered;
import dev.cancha.server.journal.Journal.State;
import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.room.Inscription;
import dev.cancha.server.room.RoomInput;
import dev.cancha.testkit.store.ForwardedJournal;
import dev.cancha.testkit.store.ForwardedLog;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Journals with bugs that stand before one without. */
final class PlantedJournals {
  private static final Receipt UNHEARD = new Receipt() {
    @Override
    public void durable() {
      // told before
    }

    @Override
    public void failed(Throwable cause) {
      // nobody wants to know
    }
  };

  private PlantedJournals() {}

  private static Journal each(Journal journal, UnaryOperator<Log> logs) {
    return new ForwardedJournal(journal) {
      @Override
      protected Log forwarded(String room, Log log) {
        return logs.apply(log);
      }
    };
  }

  private static RoomInput input(Entry entry) {
    return Inscription.read(entry.input().get()).input();
  }

  /** Says that everything is durable when it has been handed over. */
  static Journal publishingBeforeTheSync(Journal journal) {
    return each(journal, log -> new ForwardedLog(log) {
      @Override
      protected Receipt forwarded(Entry entry, Receipt receipt) {
        receipt.durable();
        return UNHEARD;
      }
    });
  }

  /** Who comes in or back is shown all that was decided, be it on disk or not; everything else waits. */
  static Journal showingRoomsThatOutrunTheDisk(Journal journal) {
    return each(journal, OutrunLog::new);
  }

  private static final class OutrunLog extends ForwardedLog {
    private final List<Receipt> waiting = new ArrayList<>();

    private OutrunLog(Log behind) {
      super(behind);
    }

    @Override
    protected Receipt forwarded(Entry entry, Receipt receipt) {
      waiting.add(receipt);
      if (input(entry) instanceof RoomInput.Enter || input(entry) instanceof RoomInput.Back) {
        List<Receipt> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(Receipt::durable);
      }
      return new Receipt() {
        @Override
        public void durable() {
          if (waiting.remove(receipt)) {
            receipt.durable();
          }
        }

        @Override
        public void failed(Throwable cause) {
          if (waiting.remove(receipt)) {
            receipt.failed(cause);
          }
        }
      };
    }
  }

  /** A snapshot has the effect of one input more than it says. */
  static Journal takingSnapshotsTooLate(Journal journal) {
    return each(journal, log -> new ForwardedLog(log) {
      @Override
      protected Receipt forwarded(Entry entry, Receipt receipt) {
        return receipt;
      }

      @Override
      public void snapshot(long position, long base, Supplier<State> state) {
        super.snapshot(position - 1, base, state);
      }
    });
  }

  /** Ticks to which nobody had anything to say are shown and not stored. */
  static Journal forgettingIdleTicks(Journal journal) {
    return each(journal, ForgetfulLog::new);
  }

  private static final class ForgetfulLog extends ForwardedLog {
    private long forgotten;

    private ForgetfulLog(Log behind) {
      super(behind);
    }

    @Override
    protected Receipt forwarded(Entry entry, Receipt receipt) {
      return receipt;
    }

    @Override
    public void append(Entry entry, Receipt receipt) {
      if (input(entry) instanceof RoomInput.Tick tick && tick.inputs().isEmpty()) {
        forgotten += entry.span();
        receipt.durable();
      } else {
        super.append(new Entry(entry.position() - forgotten, entry.span(), entry.input(), entry.patch()),
            receipt);
      }
    }

    @Override
    public void finish(Entry last, Supplier<FinishedMatch> match, Receipt receipt) {
      append(last, receipt);
    }

    @Override
    public void snapshot(long position, long base, Supplier<State> state) {
      // of a position that nobody has
    }
  }

  /**
   * Room time goes on while there is no server: the last input seems to have come just now. Remembers from process to
   * process when it was.
   */
  static UnaryOperator<Journal> losingOutages(InstantSource wallClock) {
    long[] lastMillis = new long[1];
    return journal -> new ForwardedJournal(journal) {
      @Override
      protected Log forwarded(String room, Log log) {
        return new ForwardedLog(log) {
          @Override
          protected Receipt forwarded(Entry entry, Receipt receipt) {
            lastMillis[0] = wallClock.millis();
            return receipt;
          }
        };
      }

      @Override
      public CompletionStage<List<Recovered>> reopen(List<String> rooms, Depth depth) {
        long outage = wallClock.millis() - lastMillis[0];
        return super.reopen(rooms, depth)
            .thenApply(found -> found.stream().map(each -> later(each, outage)).toList());
      }
    };
  }

  private static Recovered later(Recovered recovered, long millis) {
    if (!(recovered instanceof Recovered.Found found) || found.entries().isEmpty()) {
      return recovered;
    }
    List<StoredEntry> entries = new ArrayList<>(found.entries());
    StoredEntry last = entries.removeLast();
    String text = new String(last.input(), StandardCharsets.UTF_8);
    long at = Inscription.read(last.input()).input().at();
    byte[] moved = text.replaceFirst("\"at\":" + at, "\"at\":" + (at + millis))
        .getBytes(StandardCharsets.UTF_8);
    entries.add(new StoredEntry(last.position(), last.span(), moved, last.patchCrc()));
    return new Recovered.Found(found.room(), found.opening(), found.from(), found.latest(), entries,
        found.log());
  }
}
