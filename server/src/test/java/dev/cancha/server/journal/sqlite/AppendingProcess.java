package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.Commits;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.FinishedMatch.Outcome;
import dev.cancha.server.journal.FinishedMatch.Positions;
import dev.cancha.server.journal.FinishedMatch.Times;
import dev.cancha.server.journal.Journal.Depth;
import dev.cancha.server.journal.Journal.Entry;
import dev.cancha.server.journal.Journal.Log;
import dev.cancha.server.journal.Journal.Opening;
import dev.cancha.server.journal.Journal.Receipt;
import dev.cancha.server.journal.Journal.Recovered;
import dev.cancha.server.journal.Journal.Recovered.Found;
import dev.cancha.server.journal.Journal.State;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * A process that appends to a journal, as fast as it is told that things are durable, until it is killed. It writes a
 * line "room position" for each receipt, straight to the kernel.
 */
final class AppendingProcess {
  static final int ROOMS = 8;
  /** Every so many entries a match ends, and a snapshot lets go of what was before. */
  static final int MATCH = 10;
  private static final int OPEN_APPENDS = 64;

  private final Semaphore open = new Semaphore(OPEN_APPENDS);
  private final FileOutputStream receipts;

  private AppendingProcess(FileOutputStream receipts) {
    this.receipts = receipts;
  }

  /** One room, as this process knows it. */
  private static final class Room {
    final String id;
    final Log log;
    long position;

    Room(String id, Log log, long position) {
      this.id = id;
      this.log = log;
      this.position = position;
    }
  }

  /** The journal, and the file for the lines. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (ExecutorService writer = Executors.newSingleThreadExecutor();
        FileOutputStream receipts = new FileOutputStream(arguments[1], true)) {
      SqliteJournal journal = SqliteJournal.open(Path.of(arguments[0]),
          new SqlitePorts(writer, System::nanoTime, Commits.UNHEARD, Connections.standard()));
      new AppendingProcess(receipts).appendForEver(rooms(journal));
    }
  }

  private static List<Room> rooms(SqliteJournal journal) {
    List<Room> rooms = new ArrayList<>();
    Set<String> known = new HashSet<>();
    List<String> stored = journal.rooms().toCompletableFuture().join();
    for (Recovered room : journal.reopen(stored, Depth.SNAPSHOT).toCompletableFuture().join()) {
      Found found = (Found) room;
      long from = found.from() == null ? 0 : found.from().position();
      long last = found.entries().isEmpty() ? from : found.entries().getLast().position();
      rooms.add(new Room(room.room(), found.log(), last));
      known.add(room.room());
    }
    for (int n = 0; n < ROOMS; n++) {
      String id = "room" + n;
      if (!known.contains(id)) {
        rooms.add(new Room(id, journal.create(id, () -> new Opening("dudo", "1", 0, new byte[0])), 0));
      }
    }
    return rooms;
  }

  private void appendForEver(List<Room> rooms) throws InterruptedException {
    while (true) {
      for (Room room : rooms) {
        open.acquire();
        long position = ++room.position;
        Entry entry = new Entry(position, () -> input(room.id, position), new byte[0]);
        if (position % MATCH == 0) {
          room.log.finish(entry, () -> match(room.id, position), receipt(room.id, position));
          room.log.snapshot(position, position, () -> new State(input(room.id, position), ""));
        } else {
          room.log.append(entry, receipt(room.id, position));
        }
      }
    }
  }

  static byte[] input(String room, long position) {
    return ("input " + position + " of " + room).getBytes(StandardCharsets.UTF_8);
  }

  private static FinishedMatch match(String room, long last) {
    return new FinishedMatch(room + "-" + last, room, "dudo", "1", "", true, new Times(0, last), List.of(),
        List.of(), new Outcome("{}", ""), new Positions(last - MATCH + 1, last));
  }

  private Receipt receipt(String room, long position) {
    return new Receipt() {
      @Override
      public void durable() {
        try {
          receipts.write((room + " " + position + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        open.release();
      }

      @Override
      public void failed(Throwable cause) {
        throw new IllegalStateException(cause);
      }
    };
  }
}
