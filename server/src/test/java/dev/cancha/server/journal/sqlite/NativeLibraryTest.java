package dev.cancha.server.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
  private static final String FOLDER = "org.sqlite.tmpdir";

  @TempDir
  Path folder;

  private String before;

  @BeforeEach
  void forgetFolder() {
    before = System.getProperty(FOLDER);
    System.clearProperty(FOLDER);
  }

  @AfterEach
  void restoreFolder() {
    if (before == null) {
      System.clearProperty(FOLDER);
    } else {
      System.setProperty(FOLDER, before);
    }
  }

  @Test
  void itsFolderIsMadeAndRidOfWhatAKilledProcessLeft() throws IOException {
    Path own = folder.resolve("native");
    NativeLibrary.unpackInto(own);
    Files.createFile(own.resolve("sqlite-3.54.1.0-some-libsqlitejdbc.so"));
    Files.createFile(own.resolve("notes"));
    System.clearProperty(FOLDER);
    NativeLibrary.unpackInto(own);
    assertThat(own.toFile().list()).containsExactly("notes");
    assertThat(System.getProperty(FOLDER)).isEqualTo(own.toAbsolutePath().toString());
  }

  @Test
  void whatTheOperatorHasSetStays() throws IOException {
    System.setProperty(FOLDER, "/opt/elsewhere");
    NativeLibrary.unpackInto(folder.resolve("native"));
    assertThat(System.getProperty(FOLDER)).isEqualTo("/opt/elsewhere");
    assertThat(folder.resolve("native")).doesNotExist();
  }
}
