package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.MatchContract;
import dev.cancha.server.journal.StoreUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteMatchContractTest extends MatchContract {
  @TempDir
  Path folder;

  @Override
  protected StoreUnderTest open() {
    return new SqliteUnderTest(folder);
  }
}
