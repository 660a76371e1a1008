package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real command, as real processes on 127.0.0.1. */
class HostAndJoinIT {
  @TempDir
  Path folder;

  @Test
  void twoPipesPlayConnectFourToTheEndWhileASpectatorLooksOn() throws Exception {
    try (CanchaProcess host = CanchaProcess.host(folder, "connectFour", "--port", "0");
        CanchaProcess ana = join(host, "Ana", "/ready\n3\n3\n3\n3\n")) {
      ana.says("You are ready");
      try (CanchaProcess watcher = start(host, "/chat watching\n", "--watch", "--name", "Caro")) {
        assertThat(watcher.exitCode()).isZero();
        assertThat(watcher.out()).contains("seat 0: Ana", "You watch.");
      }
      try (CanchaProcess beto = join(host, "Beto", "/ready\n0\n{\"column\":1}\ncolumn 2\n")) {
        assertThat(ana.exitCode()).isZero();
        assertThat(beto.exitCode()).isZero();
        assertThat(beto.out()).contains(" | o o o X . . . |", "The match is over: Ana wins (fourInLine).");
      }
      assertThat(ana.out()).contains("It is the turn of Beto.", "The match is over: Ana wins (fourInLine).")
          .doesNotContain("\u001b");
      assertThat(ana.err()).isEmpty();
    }
  }

  @Test
  void twoPipesPlayDudoToTheEnd() throws Exception {
    // whoever is in turn calls on the bid that stands, and where none stands, which is refused, makes one
    String acts = "/ready\n" + "dudo\nbid 1 2\n".repeat(60);
    try (CanchaProcess host = CanchaProcess.host(folder, "dudo", "--port", "0");
        CanchaProcess ana = join(host, "Ana", acts);
        CanchaProcess beto = join(host, "Beto", acts)) {
      ana.says("The match is over: (Ana|Beto) wins");
      assertThat(beto.exitCode()).isZero();
      assertThat(ana.exitCode()).isZero();
      assertThat(ana.out()).contains("you alone see:");
    }
  }

  @Test
  void aStopSaysGoodbyeAndExitsWithZero() throws Exception {
    try (CanchaProcess host = CanchaProcess.host(folder, "connectFour", "--port", "0");
        CanchaProcess ana = join(host, "Ana", "/ready\n3\n")) {
      ana.says("You are ready");
      host.terminate();
      assertThat(host.exitCode()).isZero();
      assertThat(host.out()).contains("Stopping: everyone is told.");
      ana.says("The connection is lost; trying to get it back.");
    }
  }

  @Test
  void theHealthEndpointsAnswer() throws Exception {
    try (CanchaProcess host = CanchaProcess.host(folder, "--port", "0");
        HttpClient http = HttpClient.newHttpClient()) {
      for (String path : List.of("/healthz", "/readyz")) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + host.port() + path)).build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).as(path)
            .isEqualTo(200);
      }
    }
  }

  @Test
  void aSecondServerInTheSameDirectoryIsRefused() throws Exception {
    String data = folder.resolve("data").toString();
    try (CanchaProcess _ = CanchaProcess.host(folder, "--port", "0", "--data", data);
        CanchaProcess second = CanchaProcess.start(folder, "", List.of(), "host", "--port", "0", "--data",
            data, "--set", "server.bind=127.0.0.1")) {
      assertThat(second.exitCode()).isOne();
      assertThat(second.err().lines()).singleElement()
          .asString()
          .startsWith("cancha host: Another server runs in the data directory " + data);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anExplicitPortThatIsTakenFailsInOneSentenceOnBothTransports(boolean nio) throws Exception {
    try (var taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      String port = String.valueOf(taken.getLocalPort());
      try (CanchaProcess host = CanchaProcess.start(folder, "",
          List.of("-Dio.netty.transport.noNative=" + nio),
          "host", "--set", "server.bind=127.0.0.1", "--port", port)) {
        assertThat(host.exitCode()).isOne();
        assertThat(host.err().lines()).containsExactly("cancha host: Port " + port
            + " is taken by another program: stop it, or give another one with --port.");
        assertThat(host.out()).isEmpty();
      }
    }
  }

  @Test
  void theDefaultPortMovesOnFromOneServerToTheNext() throws Exception {
    try (CanchaProcess first = CanchaProcess.host(folder);
        CanchaProcess second = CanchaProcess.host(folder)) {
      assertThat(second.port()).isNotEqualTo(first.port()).isBetween(7778, 7787);
      assertThat(second.out()).startsWith("Port 7777 is taken, so this is port " + second.port() + ".");
    }
  }

  @Test
  void anUnknownGameFailsInOneSentenceAndLeavesNothingRunning() throws Exception {
    try (CanchaProcess host = CanchaProcess.start(folder, "", List.of(), "host", "conectFour", "--port", "0",
        "--set",
        "server.bind=127.0.0.1")) {
      assertThat(host.exitCode()).isOne();
      assertThat(host.err().lines()).singleElement()
          .asString()
          .startsWith("cancha host: ")
          .contains("conectFour");
    }
  }

  @Test
  void aServerThatIsNotThereIsToldInOneSentence() throws Exception {
    int free = SteadyPort.free();
    try (CanchaProcess join = CanchaProcess.start(folder, "", List.of(), "join", "127.0.0.1:" + free,
        "KX3F")) {
      assertThat(join.exitCode()).isOne();
      assertThat(join.out().lines()).singleElement()
          .asString()
          .isEqualTo("No server answers at 127.0.0.1:" + free
              + ": Connection refused. The host's screen says where it is.");
    }
  }

  @Test
  void aRoomThatIsNotThereEndsWithOne() throws Exception {
    try (CanchaProcess host = CanchaProcess.host(folder, "--port", "0");
        CanchaProcess join = CanchaProcess.start(folder, "", List.of(), "join", "127.0.0.1:" + host.port(),
            "ZZZZ")) {
      assertThat(join.exitCode()).isOne();
      assertThat(join.out().lines()).hasSize(1);
    }
  }

  private CanchaProcess join(CanchaProcess host, String name, String input) throws Exception {
    return start(host, input, "--name", name);
  }

  private CanchaProcess start(CanchaProcess host, String input, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("join", "127.0.0.1:" + host.port(), host.code()));
    arguments.addAll(List.of(options));
    return CanchaProcess.start(folder, input, List.of(), arguments.toArray(String[]::new));
  }
}
