package dev.cancha.server.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cancha.server.journal.Commits;
import dev.cancha.server.journal.Journal.Depth;
import dev.cancha.server.journal.Journal.Recovered;
import dev.cancha.server.journal.Journal.Recovered.Found;
import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.journal.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own appends, and is killed. */
class SqliteJournalIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int LIVES = 5;

  @TempDir
  Path folder;

  private Path file;
  private Path receipts;
  private Path classes;

  @BeforeEach
  void nameFiles() throws IOException {
    file = folder.resolve("journal.db");
    receipts = Files.createFile(folder.resolve("receipts"));
    classes = folder.resolve("classes");
  }

  @Test
  void whatWasSaidToBeDurableIsThereAfterEveryKill() throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    for (int life = 1; life <= LIVES; life++) {
      Process process = start();
      try {
        awaitReceipts(process, lines().size() + random.nextInt(1, 600));
        assertThatThrownBy(() -> open(file)).isInstanceOf(Unusable.class).hasMessageContaining("is in use");
      } finally {
        process.destroyForcibly().onExit().join();
      }
      check(file, told());
      assertThat(Files.readString(classes).contains("org.flywaydb")).as("Flyway is loaded in life %d", life)
          .isEqualTo(life == 1);
    }
  }

  @Test
  void aBackupIsMadeWhileTheServerRuns() throws IOException, SQLException {
    Process process = start();
    Map<String, Long> before;
    Path backup = folder.resolve("backup.db");
    try {
      awaitReceipts(process, 200);
      before = told();
      try (Connection connection = Connections.standard().open(file);
          Statement statement = connection.createStatement()) {
        statement.execute("vacuum into '" + backup + "'");
      }
      awaitReceipts(process, lines().size() + 200); // and it has gone on
    } finally {
      process.destroyForcibly().onExit().join();
    }
    check(backup, before);
  }

  private Process start() throws IOException {
    return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-ea",
        "-Djava.io.tmpdir=" + folder, "-Xlog:class+load:file=" + classes, "-cp",
        System.getProperty("java.class.path"), AppendingProcess.class.getName(), file.toString(),
        receipts.toString()).redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  private void awaitReceipts(Process process, int count) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).until(() -> {
      if (!process.isAlive()) {
        throw new AssertionError("it ended by itself: " + Files.readString(folder.resolve("output")));
      }
      return lines().size() >= count;
    });
  }

  /** Whole lines only: the last may be on its way. */
  private List<String> lines() throws IOException {
    String text = Files.readString(receipts);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  /** The last position of each room that was said to be durable; receipts come in order, also over lives. */
  private Map<String, Long> told() throws IOException {
    Map<String, Long> last = new HashMap<>();
    for (String line : lines()) {
      String[] parts = line.split(" ", 2);
      long position = Long.parseLong(parts[1]);
      assertThat(position).as(line).isGreaterThan(last.getOrDefault(parts[0], 0L));
      last.put(parts[0], position);
    }
    return last;
  }

  private static void check(Path file, Map<String, Long> told) {
    SqliteJournal journal = open(file);
    List<String> rooms = journal.rooms().toCompletableFuture().join();
    assertThat(rooms).containsAll(told.keySet());
    for (Recovered room : journal.reopen(rooms, Depth.SNAPSHOT).toCompletableFuture().join()) {
      assertThat(room).isInstanceOf(Found.class);
      Found found = (Found) room;
      String id = room.room();
      long last = found.from() == null ? 0 : found.from().position();
      for (StoredEntry entry : found.entries()) {
        assertThat(entry.position()).isEqualTo(last + 1);
        assertThat(entry.input()).isEqualTo(AppendingProcess.input(id, entry.position()));
        last = entry.position();
      }
      assertThat(last).as(id).isGreaterThanOrEqualTo(told.getOrDefault(id, 0L));
      for (long end = AppendingProcess.MATCH; end <= last; end += AppendingProcess.MATCH) {
        List<StoredEntry> inputs = new ArrayList<>();
        journal.matches().inputs(id + "-" + end, inputs::add);
        assertThat(inputs).as("match %s-%d", id, end).hasSize(AppendingProcess.MATCH);
      }
    }
    assertThat(journal.stop()).isCompleted();
  }

  private static SqliteJournal open(Path file) {
    return SqliteJournal.open(file,
        new SqlitePorts(Runnable::run, () -> 0, Commits.UNHEARD, Connections.standard()));
  }
}
