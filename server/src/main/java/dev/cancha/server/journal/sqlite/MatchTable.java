package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.FinishedMatch.Player;
import dev.cancha.server.journal.Journal.StoredEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Matches that are over, as they are written and deleted. Owner: the writer's thread. */
final class MatchTable {
  private static final Logger LOG = LoggerFactory.getLogger(MatchTable.class);
  /** What one row of a replay holds, so that it is read a little at a time. */
  private static final int PART_BYTES = 64 * 1024;

  private final Statements statements;

  MatchTable(Statements statements) {
    this.statements = statements;
  }

  /**
   * Stores {@code match} unless it is stored already.
   *
   * @param entries of its room, from its first on
   */
  void store(FinishedMatch match, List<StoredEntry> entries) throws SQLException {
    if (statements.update("""
        insert or ignore into finished
          (id, room, game, rules, seed, listed, started, ended, result, hash, first, last)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", match.id(), match.room(), match.game(), match.rules(),
        match.seed(), match.listed() ? 1 : 0, match.times().startedMillis(), match.times().endedMillis(),
        match.outcome().result(), match.outcome().hash(), match.inputs().first(),
        match.inputs().last()) == 0) {
      return;
    }
    long number = number(match.id());
    for (Player player : match.players()) {
      statements.update("insert or ignore into player (finished, seat, id, name, bot) values (?, ?, ?, ?, ?)",
          number, player.seat(), player.id(), player.name(), player.bot());
    }
    for (String session : match.members()) {
      statements.update("insert or ignore into member (session, finished) values (?, ?)", session, number);
    }
    store(number, match, entries);
  }

  private void store(long number, FinishedMatch match, List<StoredEntry> entries) throws SQLException {
    long next = match.inputs().first();
    int part = 0;
    Pack pack = null;
    for (StoredEntry entry : entries) {
      if (entry.position() > match.inputs().last()) {
        break;
      }
      if (pack != null && pack.length() + entry.input().length > PART_BYTES) {
        store(number, part++, pack);
        pack = null;
      }
      if (pack == null) {
        pack = new Pack(entry.position());
      }
      pack.add(entry.span(), entry.input(), entry.patchCrc());
      next = entry.next();
    }
    if (pack != null) {
      store(number, part, pack);
    }
    if (next != match.inputs().last() + 1 || entries.getFirst().position() > match.inputs().first()) {
      LOG.error("match {} of room {}: not all of its inputs are stored any more", match.id(), match.room());
    }
  }

  private void store(long number, int part, Pack pack) throws SQLException {
    statements.update("insert into replay (finished, part, first, kind, body) values (?, ?, ?, ?, ?)", number,
        part, pack.first(), Pack.PLAIN, pack.toBytes());
  }

  /** Deletes up to {@code slice} matches that are too old or too many. False once there are no more of them. */
  boolean prune(Op.Prune prune, int slice) throws SQLException {
    List<Long> gone = new ArrayList<>();
    try (ResultSet row = statements.of("""
        select number from finished
        where ended < ?1 or number <= (select number from finished order by number desc limit 1 offset ?2)
        order by number limit ?3""", prune.endedBeforeMillis(), prune.most(), slice).executeQuery()) {
      while (row.next()) {
        gone.add(row.getLong(1));
      }
    }
    for (long number : gone) {
      statements.update("delete from replay where finished = ?", number);
      statements.update("delete from player where finished = ?", number);
      statements.update("delete from member where finished = ?", number);
      statements.update("delete from finished where number = ?", number);
    }
    return gone.size() == slice;
  }

  private long number(String id) throws SQLException {
    try (ResultSet row = statements.of("select number from finished where id = ?", id).executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
