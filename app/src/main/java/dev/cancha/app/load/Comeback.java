package dev.cancha.app.load;

import dev.cancha.common.CompositionRoot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One start of a server on the rooms of one before.
 *
 * @param cpu what its process used, from its launch to the first 200 of {@code /readyz}
 * @param millis how long that took
 * @param foldMillis how long it was busy with the rooms alone, by its own account
 * @param rooms that are back with their match running
 */
record Comeback(CpuTime cpu, long millis, double foldMillis, long rooms) {
  private static final long LOOK_MILLIS = 20;
  private static final long PATIENCE_SECONDS = 600;
  private static final Pattern PLAYING = Pattern
      .compile("(?m)^cancha_rooms\\{game=\"connectFour\",phase=\"playing\"\\} (\\S+)$");
  private static final Pattern FOLDING = Pattern.compile("(?m)^cancha_recovery_seconds (\\S+)$");

  /** Starts one on a copy of {@code data}, and ends it. */
  @CompositionRoot("reads the clock, and waits on the command's thread")
  static Comeback measured(Placement placement, Path data) {
    Path copy = placement.scratch();
    copy(data, copy);
    long began = System.nanoTime();
    try (HttpClient client = HttpClient.newHttpClient();
        ServerProcess server = ServerProcess.recovering(placement, copy, freePort())) {
      HttpResponse<String> ready = null;
      while (ready == null || ready.statusCode() != 200) {
        if (!server.alive(LOOK_MILLIS) || seconds(began) > PATIENCE_SECONDS) {
          throw new LoadError("The server did not become ready.");
        }
        ready = get(client, server, "/readyz");
      }
      CpuTime cpu = server.cpuTime();
      long millis = Math.round(1e3 * seconds(began));
      HttpResponse<String> metrics = get(client, server, "/metrics");
      String page = metrics == null ? "" : metrics.body();
      Comeback measured = new Comeback(cpu, millis, 1e3 * number(FOLDING, page),
          (long) number(PLAYING, page));
      client.shutdownNow();
      return measured;
    }
  }

  @CompositionRoot("reads the clock")
  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static void copy(Path from, Path to) {
    Path journal = from.resolve("journal.db");
    try {
      if (Files.exists(journal)) {
        Files.copy(journal, to.resolve("journal.db"));
      }
    } catch (IOException e) {
      throw new LoadError("The rooms could not be copied: " + e + ".");
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new LoadError("There is no free port: " + e + ".");
    }
  }

  /** Null while nobody answers. */
  private static @Nullable HttpResponse<String> get(HttpClient client, ServerProcess server, String path) {
    try {
      return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
          .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
          .build(), BodyHandlers.ofString());
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoadError("The trial was interrupted.");
    }
  }

  private static double number(Pattern pattern, String page) {
    return pattern.matcher(page)
        .results()
        .map((MatchResult found) -> Double.parseDouble(found.group(1)))
        .findFirst()
        .orElseThrow(() -> new LoadError("The server's metrics do not tell of its rooms."));
  }
}
