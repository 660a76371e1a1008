package dev.cancha.server.journal.sqlite;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the driver unpacks SQLite itself, a library of the machine. By itself it takes the folder for temporary files,
 * which may be anyone's, may forbid to run anything, and fills up: what a killed process unpacked stays there.
 */
public final class NativeLibrary {
  private static final String FOLDER = "org.sqlite.tmpdir";

  private NativeLibrary() {}

  /**
   * From now on in {@code folder}, which is this process's alone and is emptied of what an earlier one left. Comes
   * before the first journal is opened. What the operator has set with {@code -Dorg.sqlite.tmpdir} stays.
   */
  public static void unpackInto(Path folder) throws IOException {
    if (System.getProperty(FOLDER) != null) {
      return;
    }
    Files.createDirectories(folder);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "sqlite-*")) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
    System.setProperty(FOLDER, folder.toAbsolutePath().toString());
  }
}
