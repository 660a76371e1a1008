package dev.cancha.server.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

class NativeLibraryTest {
  private static final String UNPACKS_INTO = "org.sqlite.tmpdir";
  private static final String PATH = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  @TempDir
  Path folder;

  private final Map<String, String> before = new HashMap<>();

  @BeforeEach
  void forgetSettings() {
    for (String key : List.of(UNPACKS_INTO, PATH, NAME)) {
      before.put(key, System.clearProperty(key));
    }
  }

  @AfterEach
  void restoreSettings() {
    before.forEach((key, value) -> {
      if (value == null) {
        System.clearProperty(key);
      } else {
        System.setProperty(key, value);
      }
    });
  }

  @Test
  void itIsUnpackedOnceAndForAll() throws IOException {
    Path own = folder.resolve("native");
    NativeLibrary.unpackInto(own);
    Path library = own.resolve(System.getProperty(NAME));
    assertThat(own.toFile().list()).containsExactly(System.getProperty(NAME));
    assertThat(System.getProperty(PATH)).isEqualTo(own.toAbsolutePath().toString());
    Files.setLastModifiedTime(library, FileTime.fromMillis(1_000));
    forgetSettings();
    NativeLibrary.unpackInto(own);
    assertThat(Files.getLastModifiedTime(library)).as("is not written again")
        .isEqualTo(FileTime.fromMillis(1_000));
    String packed = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
    try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(packed)) {
      assertThat(library).hasBinaryContent(in.readAllBytes());
    }
  }

  @Test
  void whatAKilledProcessAndOtherVersionsLeftGoes() throws IOException {
    Path own = Files.createDirectory(folder.resolve("native"));
    Files.createFile(own.resolve("sqlite-3.1.0-Linux-amd64"));
    Files.createFile(own.resolve("sqlite-3.54.1.0-Linux-amd64.part"));
    Files.createFile(own.resolve("notes"));
    NativeLibrary.unpackInto(own);
    assertThat(own.toFile().list()).containsExactlyInAnyOrder("notes", System.getProperty(NAME));
  }

  @Test
  void whatTheOperatorHasSetStays() throws IOException {
    System.setProperty(UNPACKS_INTO, "/opt/elsewhere");
    NativeLibrary.unpackInto(folder.resolve("native"));
    assertThat(System.getProperty(UNPACKS_INTO)).isEqualTo("/opt/elsewhere");
    assertThat(System.getProperty(PATH)).isNull();
    System.clearProperty(UNPACKS_INTO);
    System.setProperty(PATH, "/opt/libraries");
    NativeLibrary.unpackInto(folder.resolve("native"));
    assertThat(System.getProperty(PATH)).isEqualTo("/opt/libraries");
    assertThat(folder.resolve("native")).doesNotExist();
  }
}
