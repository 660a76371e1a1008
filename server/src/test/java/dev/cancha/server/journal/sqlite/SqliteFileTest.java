package dev.cancha.server.journal.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.server.journal.Commits;
import dev.cancha.server.journal.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {
  @TempDir
  Path folder;

  private final FaultyConnections connections = new FaultyConnections();
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("journal.db");
  }

  @Test
  void aFileThatIsUpToDateIsOpenedWithoutMigration() {
    open().stop();
    int first = connections.opened();
    open().stop();
    assertThat(connections.opened() - first).as("to write and to read").isEqualTo(2);
    assertThat(first).as("and those that migrated").isGreaterThan(2);
  }

  @Test
  void itIsItsUsersAlone() throws IOException {
    open().stop();
    for (String name : new String[] {"journal.db", "journal.db.lock"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void anOrderlyStopLeavesOneFileAndItsLock() {
    open().stop();
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("journal.db", "journal.db.lock");
  }

  @Test
  void aSecondOpeningIsRefusedUntilTheFirstIsOver() {
    SqliteJournal first = open();
    assertThatThrownBy(this::open).isInstanceOf(Unusable.class)
        .hasMessage("The journal " + file + " is in use by another server: stop that one first.");
    first.stop();
    open().stop();
  }

  @Test
  void aNewerSchemaIsRefusedAndStaysAsItIs() throws SQLException {
    open().stop();
    execute("pragma user_version = 2");
    assertThatThrownBy(this::open).isInstanceOf(Unusable.class)
        .hasMessage("The journal " + file + " was written by a newer version (its schema is 2, this version"
            + " knows 1): start that version, or restore a backup.");
    execute("pragma user_version = 1");
    open().stop();
  }

  @Test
  void aFirstMigrationThatWasCutShortIsDoneAgain() throws SQLException {
    open().stop();
    execute("pragma user_version = 0");
    execute("pragma application_id = 0");
    open().stop();
    int before = connections.opened();
    open().stop();
    assertThat(connections.opened() - before).isEqualTo(2);
  }

  @Test
  void aDatabaseOfSomeoneElseIsRefused() throws SQLException {
    execute("create table customer (name text)");
    assertThatThrownBy(this::open).isInstanceOf(Unusable.class)
        .hasMessage("The file " + file + " is not a journal: move it away, or restore a backup.");
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedInASentence() throws IOException {
    byte[] noise = "this is no database, and it is longer than a hundred bytes ".repeat(4).getBytes(UTF_8);
    Files.write(file, noise);
    assertThatThrownBy(this::open).isInstanceOf(Unusable.class)
        .hasMessage("The journal " + file + " cannot be opened: it is not a journal.");
    assertThat(file).hasBinaryContent(noise);
  }

  @Test
  void aFolderThatIsNotThereIsToldInASentence() {
    file = folder.resolve("missing/journal.db");
    assertThatThrownBy(this::open).isInstanceOf(Unusable.class)
        .hasMessageStartingWith("The journal " + file + " cannot be locked: ");
  }

  @Test
  void aQuestionMarkInThePathIsRefused() {
    file = folder.resolve("what?/journal.db");
    assertThatThrownBy(this::open).isInstanceOf(Unusable.class)
        .hasMessageContaining("a question mark is not allowed in its path.");
  }

  @Test
  void theFileIsFreeAgainAfterAnOpeningThatFailed() throws SQLException {
    execute("create table customer (name text)");
    assertThatThrownBy(this::open).isInstanceOf(Unusable.class);
    execute("drop table customer");
    open().stop();
  }

  private SqliteJournal open() {
    return SqliteJournal.open(file, new SqlitePorts(Runnable::run, () -> 0, Commits.UNHEARD, connections));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = Connections.standard().open(file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
