package dev.cancha.server.journal.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** How connections to the file are opened; tests hand in ones that fail. */
@FunctionalInterface
public interface Connections {
  /** SQLITE_OPEN_READWRITE, SQLITE_OPEN_CREATE and SQLITE_OPEN_NOMUTEX (sqlite.org/c3ref/open.html). */
  String UNLOCKED = String.valueOf(0x2 | 0x4 | 0x8000);

  /**
   * By the driver that is on the class path. After each insert it would ask for the key of the new row, by a statement
   * that it prepares anew: a fifth of all that the writer does. Nobody wants these keys. SQLite's own locks are left
   * out, which are a twelfth: the driver lets one thread at a time into a connection anyway.
   */
  static Connections standard() {
    return file -> {
      Properties settings = new Properties();
      settings.setProperty("jdbc.get_generated_keys", "false");
      settings.setProperty("open_mode", UNLOCKED);
      return DriverManager.getConnection("jdbc:sqlite:" + file, settings);
    };
  }

  Connection open(Path file) throws SQLException;
}
