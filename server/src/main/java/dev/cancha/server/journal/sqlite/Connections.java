package dev.cancha.server.journal.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** How connections to the file are opened; tests hand in ones that fail. */
@FunctionalInterface
public interface Connections {
  /**
   * By the driver that is on the class path. After each insert it would ask for the key of the new row, by a statement
   * that it prepares anew: a fifth of all that the writer does. Nobody wants these keys.
   */
  static Connections standard() {
    return file -> {
      Properties settings = new Properties();
      settings.setProperty("jdbc.get_generated_keys", "false");
      return DriverManager.getConnection("jdbc:sqlite:" + file, settings);
    };
  }

  Connection open(Path file) throws SQLException;
}
