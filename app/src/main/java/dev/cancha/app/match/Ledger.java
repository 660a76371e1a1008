package dev.cancha.app.match;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.json.Mismatch;
import dev.cancha.common.message.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * A league's folder: what it was begun with ({@code league.json}), and each match as a line of {@code matches.jsonl},
 * handed to the system as soon as it is over. So what is lost when the process is killed is the match that was being
 * played; when the machine loses its power, what was not {@link #sync synced} yet. Any thread may append.
 */
final class Ledger implements AutoCloseable {
  private static final JsonType<Arguments> ARGUMENTS = JsonType.of(Arguments.class);
  private static final JsonType<Entry> ENTRIES = JsonType.of(Entry.class);
  private static final int BUFFER_BYTES = 65_536;
  private static final String LEAGUE = "league.json";
  private static final String MATCHES = "matches.jsonl";

  private final Path folder;
  private final FileChannel file;

  private Ledger(Path folder, FileChannel file) {
    this.folder = folder;
    this.file = file;
  }

  /** Opens the league in {@code folder}, or begins it there; {@code fresh}: with nothing of what was played before. */
  static Ledger open(Path folder, Arguments arguments, boolean fresh) {
    try {
      Files.createDirectories(folder);
      Path league = folder.resolve(LEAGUE);
      Path matches = folder.resolve(MATCHES);
      if (!fresh && Files.exists(league)) {
        requireSame(folder, arguments, ARGUMENTS.read(Json.ofChecked(Files.readAllBytes(league))));
      } else if (!fresh && Files.exists(matches)) {
        throw MatchError.failed(matches + " is there without its " + LEAGUE
            + ": take another --dir, or play all anew with --fresh.");
      }
      FileChannel file = FileChannel.open(matches, StandardOpenOption.CREATE, StandardOpenOption.READ,
          StandardOpenOption.WRITE);
      requireAlone(folder, file);
      if (fresh) {
        file.truncate(0);
        Replays.clear(folder);
      }
      Files.write(league, ARGUMENTS.write(arguments).utf8());
      return new Ledger(folder, file);
    } catch (Mismatch e) {
      throw MatchError.failed(folder.resolve(LEAGUE) + " is none of this version: " + e.getMessage()
          + ". Take another --dir, or play all anew with --fresh.");
    } catch (IOException e) {
      throw MatchError
          .asked("the folder --dir " + folder + " cannot be written: " + e.getClass().getSimpleName() + ", "
              + e.getMessage() + ".");
    }
  }

  /** What the league in {@code folder} was begun with. */
  static Arguments arguments(Path folder) {
    try {
      return ARGUMENTS.read(Json.ofChecked(Files.readAllBytes(folder.resolve(LEAGUE))));
    } catch (Mismatch | IOException e) {
      throw MatchError.asked("there is no league in " + folder + " that could be read.");
    }
  }

  private static void requireSame(Path folder, Arguments now, Arguments then) {
    String difference = then.difference(now);
    if (!difference.isEmpty()) {
      throw MatchError.asked("in " + folder + " another league was begun: " + difference
          + ". Give the same arguments to go on with it, take another --dir, or play all anew with --fresh.");
    }
  }

  private static void requireAlone(Path folder, FileChannel file) throws IOException {
    boolean alone;
    try {
      alone = file.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      alone = false;
    }
    if (!alone) {
      file.close();
      throw MatchError.failed("the league in " + folder + " is being played by another process just now.");
    }
  }

  /**
   * Hands over the matches that are over, in the order in which they were written, and cuts off what was not written
   * whole.
   */
  void read(Consumer<Entry> entries) {
    long whole = read(folder, entries);
    try {
      file.truncate(whole);
      file.position(whole);
    } catch (IOException e) {
      throw MatchError.failed(folder.resolve(MATCHES) + " cannot be written: " + e.getMessage() + ".");
    }
  }

  /** Hands over the matches of the league in {@code folder}, and says how many bytes of the file are whole lines. */
  static long read(Path folder, Consumer<Entry> entries) {
    Path matches = folder.resolve(MATCHES);
    long whole = 0;
    int number = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(matches), BUFFER_BYTES)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c != '\n') {
          line.write(c);
          continue;
        }
        number++;
        whole += line.size() + 1;
        entries.accept(entry(matches, line.toByteArray(), number));
        line.reset();
      }
      return whole;
    } catch (IOException e) {
      throw MatchError.failed(matches + " cannot be read: " + e.getMessage() + ".");
    }
  }

  private static Entry entry(Path matches, byte[] line, int number) {
    try {
      return ENTRIES.read(Json.ofChecked(line));
    } catch (IllegalArgumentException e) { // a Mismatch, or an empty line
      throw MatchError.failed("line " + number + " of " + matches + " is damaged: " + e.getMessage()
          + ". Remove that line to have its match played anew, or play all anew with --fresh.");
    }
  }

  /** Returns when the system has it. */
  void append(Entry entry) {
    byte[] line = (ENTRIES.write(entry).toString() + "\n").getBytes(StandardCharsets.UTF_8);
    synchronized (this) {
      try {
        ByteBuffer bytes = ByteBuffer.wrap(line);
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
      } catch (IOException e) {
        throw MatchError.failed(folder.resolve(MATCHES) + " cannot be written: " + e.getMessage() + ".");
      }
    }
  }

  /** Returns when all that was appended is on the disk. */
  void sync() {
    try {
      file.force(false);
    } catch (IOException e) {
      throw MatchError.failed(folder.resolve(MATCHES) + " cannot be synced: " + e.getMessage() + ".");
    }
  }

  Path folder() {
    return folder;
  }

  /** Whoever appends just now is waited for. */
  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw MatchError.failed(folder.resolve(MATCHES) + " cannot be closed: " + e.getMessage() + ".");
    }
  }
}
