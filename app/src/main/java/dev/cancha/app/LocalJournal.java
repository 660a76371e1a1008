package dev.cancha.app;

import dev.cancha.app.host.HostError;
import dev.cancha.common.CompositionRoot;
import dev.cancha.server.journal.Commits;
import dev.cancha.server.journal.Unusable;
import dev.cancha.server.journal.sqlite.Connections;
import dev.cancha.server.journal.sqlite.NativeLibrary;
import dev.cancha.server.journal.sqlite.SqliteJournal;
import dev.cancha.server.journal.sqlite.SqlitePorts;
import dev.cancha.server.journal.sqlite.Turns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal of a server in this process, with the thread that writes it. */
@CompositionRoot("makes the thread that waits for the disk, and waits for it when the server stops")
record LocalJournal(SqliteJournal store, ExecutorService writer) {
  private static final Logger LOG = LoggerFactory.getLogger(LocalJournal.class);
  private static final String FILE = "journal.db";
  private static final long STOP_SECONDS = 5;
  /**
   * For how long what nobody waits for is gathered: far below the second of play that a relaxed room may lose, and not
   * so long that the revisions it may be ahead by run out.
   */
  private static final long SOON_MILLIS = 50;

  /**
   * Opens the journal in {@code folder}, whose lock the caller has. What loops append in one of {@code turns} is stored
   * together; commits are told to {@code counted}.
   *
   * @throws HostError where that cannot be
   */
  static LocalJournal open(Path folder, Turns turns, Commits counted) {
    ExecutorService writer = Executors
        .newSingleThreadExecutor(Thread.ofPlatform().name("cancha-journal").daemon().factory());
    Executor soon = CompletableFuture.delayedExecutor(SOON_MILLIS, TimeUnit.MILLISECONDS, writer);
    try {
      NativeLibrary.unpackInto(folder.resolve("native"));
      return new LocalJournal(SqliteJournal.open(folder.resolve(FILE),
          new SqlitePorts(writer, turns, soon, System::nanoTime, counted, Connections.standard())), writer);
    } catch (Unusable e) {
      writer.shutdownNow();
      throw new HostError(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      writer.shutdownNow();
      throw new HostError("The data directory " + folder + " cannot be used: " + e.getMessage() + ".");
    }
  }

  /** Settles what was appended, and gives the file free. */
  void stop() {
    try {
      store.stop().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("the journal did not stop in time: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writer.shutdown();
  }
}
