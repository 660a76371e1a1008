package dev.cancha.server.journal.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Where SQLite itself is, a library of the machine that the driver brings in its jar. By itself the driver unpacks it
 * at every start into the folder for temporary files, which may be anyone's, may forbid to run anything, and fills up:
 * what a killed process unpacked stays there. Unpacking it and asking the machine what it is takes a tenth of a start.
 */
public final class NativeLibrary {
  /** The driver's own settings: where it unpacks, and what it loads instead. */
  private static final String UNPACKS_INTO = "org.sqlite.tmpdir";
  private static final String PATH = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  private NativeLibrary() {}

  /**
   * From now on it is in {@code folder}, which is this process's alone: unpacked by the first start, and used by all
   * others of the same version. Comes before the first journal is opened. What the operator has set with
   * {@code -Dorg.sqlite.lib.path} or {@code -Dorg.sqlite.tmpdir} stays.
   */
  public static void unpackInto(Path folder) throws IOException {
    if (System.getProperty(PATH) != null || System.getProperty(UNPACKS_INTO) != null) {
      return;
    }
    Files.createDirectories(folder);
    Path library = folder.resolve(name());
    if (!Files.exists(library)) {
      deleteAll(folder);
      if (!unpack(library)) {
        System.setProperty(UNPACKS_INTO, folder.toAbsolutePath().toString());
        return;
      }
    }
    System.setProperty(PATH, folder.toAbsolutePath().toString());
    System.setProperty(NAME, library.getFileName().toString());
  }

  /** One for each version and kind of machine: a data directory may be moved, and is kept when Cancha is updated. */
  private static String name() {
    String machine = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
    return "sqlite-" + SQLiteJDBCLoader.getVersion() + "-" + machine.replaceAll("[^A-Za-z0-9-]", "");
  }

  private static void deleteAll(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "sqlite-*")) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Whole or not at all. False where the driver has none for this machine: then it says so itself. */
  private static boolean unpack(Path library) throws IOException {
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/"
        + LibraryLoaderUtil.getNativeLibName();
    try (@Nullable
    InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (packed == null) {
        return false;
      }
      Path part = library.resolveSibling(library.getFileName() + ".part");
      Files.copy(packed, part, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(part, library, StandardCopyOption.ATOMIC_MOVE);
      return true;
    }
  }
}
