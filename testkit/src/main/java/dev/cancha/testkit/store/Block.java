package dev.cancha.testkit.store;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.Opening;
import dev.cancha.server.journal.Journal.Snapshot;
import dev.cancha.server.journal.Journal.State;
import dev.cancha.server.journal.Journal.StoredEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Changes as bytes, and back: for each a letter, then its components in order. */
final class Block {
  private static final JsonType<FinishedMatch> MATCH = JsonType.of(FinishedMatch.class);

  private Block() {}

  static byte[] of(List<Change> changes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      for (Change change : changes) {
        write(change, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written to", e);
    }
    return bytes.toByteArray();
  }

  static List<Change> read(byte[] block) {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(block));
    List<Change> changes = new ArrayList<>();
    try {
      while (in.available() > 0) {
        changes.add(change(in));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a block is whole, or it is not there", e);
    }
    return changes;
  }

  private static void write(Change change, DataOutputStream out) throws IOException {
    switch (change) {
      case Change.Opened(String room, Opening opening) -> {
        begin('o', room, out);
        text(opening.game(), out);
        text(opening.rules(), out);
        out.writeLong(opening.openedMillis());
        bytes(opening.config(), out);
      }
      case Change.Owned(String room, long epoch) -> {
        begin('e', room, out);
        out.writeLong(epoch);
      }
      case Change.Appended(String room, StoredEntry entry) -> {
        begin('a', room, out);
        out.writeLong(entry.position());
        out.writeInt(entry.span());
        bytes(entry.input(), out);
        out.writeInt(entry.patchCrc());
      }
      case Change.Finished(String room, FinishedMatch match) -> {
        begin('f', room, out);
        bytes(MATCH.write(match).utf8(), out);
      }
      case Change.Snapped(String room, long base, Snapshot snapshot) -> {
        begin('s', room, out);
        out.writeLong(base);
        out.writeLong(snapshot.position());
        bytes(snapshot.state().bytes(), out);
        text(snapshot.state().hash(), out);
      }
      case Change.SetAside(String room) -> begin('x', room, out);
      case Change.Closed(String room) -> begin('c', room, out);
      case Change.Pruned(long endedBeforeMillis, int most) -> {
        begin('p', "", out);
        out.writeLong(endedBeforeMillis);
        out.writeInt(most);
      }
    }
  }

  private static Change change(DataInputStream in) throws IOException {
    char kind = (char) in.readByte();
    String room = text(in);
    return switch (kind) {
      case 'o' -> new Change.Opened(room, new Opening(text(in), text(in), in.readLong(), bytes(in)));
      case 'e' -> new Change.Owned(room, in.readLong());
      case 'a' ->
        new Change.Appended(room, new StoredEntry(in.readLong(), in.readInt(), bytes(in), in.readInt()));
      case 'f' -> new Change.Finished(room, MATCH.read(Json.ofChecked(bytes(in))));
      case 's' -> new Change.Snapped(room, in.readLong(),
          new Snapshot(in.readLong(), new State(bytes(in), text(in))));
      case 'x' -> new Change.SetAside(room);
      case 'c' -> new Change.Closed(room);
      case 'p' -> new Change.Pruned(in.readLong(), in.readInt());
      default -> throw new IOException("there is no change '" + kind + "'");
    };
  }

  private static void begin(char kind, String room, DataOutputStream out) throws IOException {
    out.writeByte(kind);
    text(room, out);
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    bytes(text.getBytes(StandardCharsets.UTF_8), out);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }
}
