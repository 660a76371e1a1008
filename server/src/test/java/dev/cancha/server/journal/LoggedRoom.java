package dev.cancha.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.journal.FinishedMatch.Outcome;
import dev.cancha.server.journal.FinishedMatch.Player;
import dev.cancha.server.journal.FinishedMatch.Positions;
import dev.cancha.server.journal.FinishedMatch.Times;
import dev.cancha.server.journal.Journal.Depth;
import dev.cancha.server.journal.Journal.Entry;
import dev.cancha.server.journal.Journal.Log;
import dev.cancha.server.journal.Journal.Opening;
import dev.cancha.server.journal.Journal.Receipt;
import dev.cancha.server.journal.Journal.Recovered;
import dev.cancha.server.journal.Journal.Recovered.Found;
import dev.cancha.server.journal.Journal.State;
import dev.cancha.server.journal.Journal.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** A room as the journal sees it: it appends, hears what became of it, and is read again. */
final class LoggedRoom {
  private static final long OPENED_MILLIS = 1_700_000_000_000L;

  final String id;
  /** What the receipts said, such as "+1" and "-2", in the order in which they came. */
  final List<String> heard;
  private final StoreUnderTest store;
  Log log;

  private LoggedRoom(String id, StoreUnderTest store, List<String> heard) {
    this.id = id;
    this.store = store;
    this.heard = heard;
    log = store.journal().create(id, () -> opening(id));
  }

  static LoggedRoom create(String id, StoreUnderTest store) {
    return new LoggedRoom(id, store, new ArrayList<>());
  }

  /** One whose receipts go to a list that it shares with others. */
  static LoggedRoom create(String id, StoreUnderTest store, List<String> heard) {
    return new LoggedRoom(id, store, heard);
  }

  static Opening opening(String id) {
    return new Opening("connectFour", "1", OPENED_MILLIS, utf8("config of " + id));
  }

  LoggedRoom append(long... positions) {
    for (long position : positions) {
      log.append(entry(position), receipt(position));
    }
    return this;
  }

  void finish(long position, FinishedMatch match) {
    log.finish(entry(position), () -> match, receipt(position));
  }

  void snapshot(long position, long base) {
    log.snapshot(position, base,
        () -> new State(utf8("state of " + id + " at " + position), "hash" + position));
  }

  Entry entry(long position) {
    return new Entry(position, () -> input(position), patch(position));
  }

  byte[] input(long position) {
    return utf8("input " + position + " of " + id);
  }

  Receipt receipt(long position) {
    return new Receipt() {
      @Override
      public void durable() {
        heard.add("+" + position);
      }

      @Override
      public void failed(Throwable cause) {
        assertThat(cause).isInstanceOf(NotStored.class);
        heard.add((cause instanceof Fenced ? "fenced" : "-") + position);
      }
    };
  }

  /** Takes the room over, and goes on with the log that this gives. */
  Found reopen(Depth depth) {
    var stage = store.journal().reopen(List.of(id), depth).toCompletableFuture();
    store.settle();
    List<Recovered> rooms = stage.join();
    assertThat(rooms).singleElement().isInstanceOf(Found.class);
    Found found = (Found) rooms.getFirst();
    log = found.log();
    return found;
  }

  /** The positions that are stored, after a look at the bytes of each. */
  List<Long> stored(Depth depth) {
    return positions(reopen(depth).entries());
  }

  List<Long> positions(List<StoredEntry> entries) {
    for (StoredEntry entry : entries) {
      assertThat(entry.input()).asString(StandardCharsets.UTF_8)
          .isEqualTo("input " + entry.position() + " of " + id);
      assertThat(entry.patchCrc()).isEqualTo(crc(patch(entry.position())));
      assertThat(entry.span()).isEqualTo(1);
    }
    return entries.stream().map(StoredEntry::position).toList();
  }

  FinishedMatch match(String match, long first, long last) {
    return new FinishedMatch(match, id, "connectFour", "1", "00112233445566778899aabbccddeeff", true,
        new Times(OPENED_MILLIS + first, OPENED_MILLIS + last),
        List.of(new Player(0, "p7", "Ana", null), new Player(1, "b1", "mcts", "mcts")),
        List.of("session of ana"), new Outcome("{\"ranks\":{\"0\":1,\"1\":2}}", "endHash"),
        new Positions(first, last));
  }

  private byte[] patch(long position) {
    return utf8("patch " + position + " of " + id);
  }

  private static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
