package dev.cancha.app;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An AOT cache for the processes of these tests, as {@code ./cancha} makes one for its own: it halves what a start
 * costs, and the tests start some two hundred. It is made by the first who needs it, of a host that is started and
 * stopped, and made again when a jar is newer. Where the class path has no jar of the app, as in an editor, there is
 * none.
 */
final class CanchaCache {
  /** Jars alone: the JVM takes no folders into a cache. */
  private static final List<String> JARS = Arrays
      .stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
      .filter(entry -> entry.endsWith(".jar"))
      .toList();

  private CanchaCache() {}

  /** The options that give {@code java} the product's class path. */
  static List<String> classPath() {
    if (JARS.stream().noneMatch(jar -> Path.of(jar).getFileName().toString().startsWith("cancha-app-"))) {
      return List.of("-cp", System.getProperty("java.class.path"));
    }
    return List.of("-Xlog:aot*=off", "-Xlog:cds*=off", "-XX:AOTCache=" + Made.CACHE, "-cp", path());
  }

  private static String path() {
    return String.join(File.pathSeparator, JARS);
  }

  /** Waits for it. */
  private static final class Made {
    private static final Path CACHE = Path.of("target", "cancha-tests.aot").toAbsolutePath();

    static {
      try (FileChannel lock = FileChannel.open(Path.of("target", "cancha-tests.aot.lock"),
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE)) {
        lock.lock(); // the tests of two JVMs begin at once
        if (!isFresh()) {
          make();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private static boolean isFresh() throws IOException {
      if (!Files.exists(CACHE)) {
        return false;
      }
      FileTime made = Files.getLastModifiedTime(CACHE);
      for (String jar : JARS) {
        if (Files.getLastModifiedTime(Path.of(jar)).compareTo(made) > 0) {
          return false;
        }
      }
      return true;
    }

    private static void make() throws IOException, InterruptedException {
      Path folder = Files.createTempDirectory("cancha-cache");
      Path made = folder.resolve("aot");
      List<String> command = new ArrayList<>(List.of("env", "-u", "XDG_DATA_HOME", "HOME=" + folder));
      command.addAll(CanchaProcess.JAVA);
      command.addAll(List.of("-XX:AOTCacheOutput=" + made, "-cp", path(), "dev.cancha.app.Main", "host",
          "connectFour", "--set", "server.bind=127.0.0.1", "--set", "server.port=0", "--set",
          "discovery.enabled=false"));
      try (CanchaProcess host = CanchaProcess.start(folder, "", new ProcessBuilder(command))) {
        host.says("for a program that speaks WebSocket");
        host.terminate();
        host.exitCode();
      }
      Files.move(made, CACHE, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
