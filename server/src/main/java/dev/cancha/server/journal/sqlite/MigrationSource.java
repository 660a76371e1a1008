package dev.cancha.server.journal.sqlite;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The connections of the store, in the form that Flyway wants. */
final class MigrationSource implements DataSource {
  private final Path path;
  private final Connections connections;

  MigrationSource(Path path, Connections connections) {
    this.path = path;
    this.connections = connections;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return connections.open(path);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    // SQLite says nothing
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // nobody logs in
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("it has none");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("it wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
