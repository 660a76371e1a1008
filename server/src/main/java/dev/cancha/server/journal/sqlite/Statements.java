package dev.cancha.server.journal.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection with the statements that were prepared on it: preparing costs more than most of them. */
final class Statements implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Statements.class);

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Statements(Connection connection) {
    this.connection = connection;
  }

  /** The one for {@code sql} with {@code values} for its question marks: String, Long, Integer, byte[] or null. */
  PreparedStatement of(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    bind(statement, values);
    return statement;
  }

  int update(String sql, @Nullable Object... values) throws SQLException {
    return of(sql, values).executeUpdate();
  }

  /** After a failure: the driver has closed the statement that failed, and does not say so. */
  void forget() {
    for (PreparedStatement statement : prepared.values()) {
      try {
        statement.close();
      } catch (SQLException e) {
        LOG.debug("closing a statement", e);
      }
    }
    prepared.clear();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case Long number -> statement.setLong(i + 1, number);
        case Integer number -> statement.setInt(i + 1, number);
        case String text -> statement.setString(i + 1, text);
        case byte[] bytes -> statement.setBytes(i + 1, bytes);
        case null -> statement.setObject(i + 1, null);
        default -> throw new IllegalArgumentException("no column takes a " + values[i].getClass());
      }
    }
  }
}
