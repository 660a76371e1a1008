package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.FinishedMatch.Outcome;
import dev.cancha.server.journal.FinishedMatch.Player;
import dev.cancha.server.journal.FinishedMatch.Positions;
import dev.cancha.server.journal.FinishedMatch.Times;
import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.journal.Matches;
import dev.cancha.server.journal.Unusable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads matches that are over, on a connection of its own that cannot write. Safe for any thread, one at a time. */
final class SqliteMatches implements Matches {
  private static final String COLUMNS = """
      select number, id, room, game, rules, seed, listed, started, ended, result, hash, first, last
      from finished\s""";

  private final Statements statements;

  private record Row(long number, FinishedMatch match) {}

  SqliteMatches(Statements statements) {
    this.statements = statements;
  }

  @Override
  public synchronized Page list(Query query) {
    StringBuilder sql = new StringBuilder(COLUMNS).append("where number < ?");
    List<Object> values = new ArrayList<>();
    values.add(query.before() == null ? Long.MAX_VALUE : query.before());
    if (query.game() != null) {
      sql.append(" and game = ?");
      values.add(query.game());
    }
    switch (query.audience()) {
      case Audience.Anyone anyone -> sql.append(" and listed = 1");
      case Audience.Member member -> {
        sql.append(" and (listed = 1 or number in (select finished from member where session = ?))");
        values.add(member.session());
      }
      case Audience.Operator operator -> sql.append(" and true");
    }
    sql.append(" order by number desc limit ?");
    values.add(query.limit() + 1);
    try {
      List<Row> rows = rows(sql.toString(), values.toArray());
      List<FinishedMatch> matches = rows.stream().limit(query.limit()).map(Row::match).toList();
      return new Page(matches, rows.size() > query.limit() ? rows.get(query.limit() - 1).number() : null);
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  @Override
  public synchronized @Nullable FinishedMatch find(String id) {
    try {
      List<Row> rows = rows(COLUMNS + "where id = ?", id);
      return rows.isEmpty() ? null : rows.getFirst().match();
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  @Override
  public void inputs(String id, Consumer<StoredEntry> entries) {
    int part = 0;
    List<StoredEntry> some = part(id, part);
    while (!some.isEmpty()) {
      some.forEach(entries);
      part++;
      some = part(id, part);
    }
  }

  synchronized void close() {
    try {
      statements.close();
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  /** Nothing where there is no such part. */
  private synchronized List<StoredEntry> part(String id, int part) {
    try (ResultSet row = statements.of("""
        select r.kind, r.first, r.body from finished f join replay r on r.finished = f.number
        where f.id = ? and r.part = ?""", id, part).executeQuery()) {
      return row.next() ? Pack.read(row.getInt(1), row.getLong(2), row.getBytes(3)) : List.of();
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private List<Row> rows(String sql, Object... values) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (ResultSet row = statements.of(sql, values).executeQuery()) {
      while (row.next()) {
        rows.add(new Row(row.getLong(1), match(row)));
      }
    }
    return rows;
  }

  private FinishedMatch match(ResultSet row) throws SQLException {
    long number = row.getLong(1);
    return new FinishedMatch(row.getString(2), row.getString(3), row.getString(4), row.getString(5),
        row.getString(6), row.getInt(7) == 1, new Times(row.getLong(8), row.getLong(9)), players(number),
        members(number), new Outcome(row.getString(10), row.getString(11)),
        new Positions(row.getLong(12), row.getLong(13)));
  }

  private List<Player> players(long number) throws SQLException {
    List<Player> players = new ArrayList<>();
    try (ResultSet row = statements
        .of("select seat, id, name, bot from player where finished = ? order by seat", number)
        .executeQuery()) {
      while (row.next()) {
        players.add(new Player(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)));
      }
    }
    return players;
  }

  private List<String> members(long number) throws SQLException {
    List<String> members = new ArrayList<>();
    try (ResultSet row = statements
        .of("select session from member where finished = ? order by session", number)
        .executeQuery()) {
      while (row.next()) {
        members.add(row.getString(1));
      }
    }
    return members;
  }

  private Unusable unusable(SQLException e) {
    statements.forget();
    return new Unusable("The matches cannot be read: " + SqliteFile.reason(e) + ".", e);
  }
}
