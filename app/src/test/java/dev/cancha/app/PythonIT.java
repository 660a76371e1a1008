package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.app.CuttingProxy.Cut;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The Python client of the docs, against a second copy of itself, on a real host: three processes. */
class PythonIT {
  @TempDir
  Path folder;

  private CanchaProcess host;

  @BeforeEach
  void start() throws Exception {
    PlayScript.needsPython();
    host = host(SteadyPort.free());
  }

  private CanchaProcess host(int port) throws Exception {
    return CanchaProcess.host(folder, "--port", String.valueOf(port), "--data",
        folder.resolve("data").toString());
  }

  @AfterEach
  void stop() {
    if (host != null) {
      host.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"connectFour", "dudo"})
  void twoCopiesPlayAWholeMatch(String game) throws Exception {
    play(host.port(), host.port(), game);
  }

  @Test
  void aConnectionThatIsCutAgainAndAgainStillEndsInAResult() throws Exception {
    try (
        CuttingProxy first = new CuttingProxy(host.port(),
            List.of(Cut.AFTER_AN_ACT, Cut.INSIDE_A_PATCH, Cut.BEFORE_A_PATCH));
        CuttingProxy second = new CuttingProxy(host.port(), List.of(Cut.INSIDE_AN_ACT, Cut.BEFORE_A_PATCH))) {
      play(first.port(), second.port(), "dudo");
      assertThat(first.cuts()).as("cuts of the first").isEqualTo(3);
      assertThat(second.cuts()).as("cuts of the second").isEqualTo(2);
    }
  }

  /** It has just taken an act whose answer did not arrive: the act counts, and once. */
  @Test
  void aServerThatIsKilledInTheMiddleOfAMatchIsPlayedOnWith() throws Exception {
    int port = host.port();
    try (CuttingProxy cut = new CuttingProxy(port, List.of(Cut.AFTER_AN_ACT));
        PlayScript ana = PlayScript.start(folder, cut.port(), "dudo", "Ana");
        PlayScript beto = PlayScript.start(folder, port, ana.room(), "Beto")) {
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> cut.cuts() == 1);
      host.kill();
      host = host(port);

      assertThat(beto.result()).isEqualTo(ana.result());
      assertThat(ana.result().path("reason").stringValue()).isEqualTo("lastWithDice");
    }
  }

  /** Both sides have to notice by themselves, after the protocol's 25 s. */
  @Test
  @Tag("long")
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void aWireThatGoesSilentIsNoticedAndReplaced() throws Exception {
    try (CuttingProxy silent = new CuttingProxy(host.port(), List.of(Cut.SILENCE))) {
      play(silent.port(), host.port(), "dudo");
      assertThat(silent.cuts()).isOne();
    }
  }

  private void play(int firstPort, int secondPort, String game) throws Exception {
    try (PlayScript ana = PlayScript.start(folder, firstPort, game, "Ana");
        PlayScript beto = PlayScript.start(folder, secondPort, ana.room(), "Beto")) {
      JsonNode result = ana.result();
      assertThat(beto.result()).isEqualTo(result);
      assertThat(result.path("ranks").size()).isEqualTo(2);
      assertThat(result.path("reason").stringValue())
          .isIn(game.equals("dudo") ? List.of("lastWithDice")
              : List.of("fourInLine", "boardFull"));
    }
  }
}
