package dev.cancha.app.load;

import dev.cancha.common.CompositionRoot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The disk that servers write to.
 *
 * @param folder on it
 * @param fileSystem as the system calls it, such as {@code ext4}
 * @param syncMillis how long it takes to write one page of 4 KiB and to sync that
 * @param slowSyncMillis the same for the slowest of a hundred
 */
record Disk(Path folder, String fileSystem, Figure syncMillis, double slowSyncMillis) {
  private static final int PAGE_BYTES = 4096;
  private static final int PAGES = 64;
  private static final int SYNCS = 200;

  /**
   * That of {@code folder}; where none is given, that of the folder for temporary files, or of {@code /var/tmp} where
   * the former is only in memory.
   */
  @CompositionRoot("reads the clock, and waits for the disk on the command's thread")
  static Disk of(@Nullable Path folder) {
    try {
      Path chosen = folder != null ? folder : anyReal();
      Path file = Files.createTempFile(chosen, "cancha-load", ".sync");
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.allocate(PAGES * PAGE_BYTES));
        channel.force(true);
        long[] nanos = new long[SYNCS];
        for (int i = 0; i < SYNCS; i++) {
          ByteBuffer page = ByteBuffer.allocate(PAGE_BYTES).putInt(0, i);
          long began = System.nanoTime();
          channel.write(page, (long) i % PAGES * PAGE_BYTES);
          channel.force(false);
          nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        return new Disk(chosen, type(chosen), Figure.of(LongStream.of(nanos).mapToDouble(each -> each / 1e6)),
            nanos[SYNCS * 99 / 100] / 1e6);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new LoadError("The folder for the servers' data cannot be written: " + e + ".");
    }
  }

  /** As a sentence for those who read the figures. */
  String told() {
    return String.format(Locale.ROOT,
        "data on %s, where writing 4 KiB and syncing them takes %s ms when nobody plays",
        fileSystem, syncMillis.toldWithSpread(2));
  }

  private static Path anyReal() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    for (Path each : Stream.of(temporary, Path.of("/var/tmp")).filter(Files::isWritable).toList()) {
      if (!type(each).matches("tmpfs|ramfs")) {
        return each;
      }
    }
    return temporary;
  }

  private static String type(Path folder) throws IOException {
    return Files.getFileStore(folder).type();
  }
}
