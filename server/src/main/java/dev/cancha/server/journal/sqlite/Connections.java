package dev.cancha.server.journal.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How connections to the file are opened; tests hand in ones that fail. */
@FunctionalInterface
public interface Connections {
  /** By the driver that is on the class path. */
  static Connections standard() {
    return file -> DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  Connection open(Path file) throws SQLException;
}
