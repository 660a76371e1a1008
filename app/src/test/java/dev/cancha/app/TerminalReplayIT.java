package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A match that two pipes have played is looked at again on a real terminal. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class TerminalReplayIT {
  @TempDir
  Path folder;

  @Test
  void aMatchIsSteppedThroughForwardsAndBackwards() throws Exception {
    TmuxTerminal.needsTmux();
    try (CanchaProcess host = CanchaProcess.host(folder, "dudo", "--port", "0", "--data",
        folder.resolve("data").toString())) {
      String match = play(host);
      Path file = folder.resolve("match.jsonl");
      try (TmuxTerminal terminal = TmuxTerminal.start(folder, "TERM=xterm",
          CanchaProcess.command(folder,
              "replay", match, "--server", "127.0.0.1:" + host.port(), "--save", file.toString()))) {
        terminal.sees("step 1 of ([0-9]+)").sees("as all saw it").sees("paused x1");
        assertThat(terminal.screen()).doesNotContain("Your dice:");
        terminal.press("1").sees("as Beto saw it").sees("Your dice:");
        terminal.press("Right", "Right").sees("step 3 of");
        String third = terminal.screen();
        terminal.press("End").sees("The match is over: (Ana|Beto)");
        terminal.press("Home").sees("step 1 of").press("Right", "Right", "Right", "Left").sees("step 3 of");
        assertThat(terminal.screen()).isEqualTo(third);
        terminal.press("Up", "Up", "Up", "Space").sees("▸ x8").sees("The match is over: ").sees("paused");
        terminal.press("a").sees("as all saw it").press("C-c").isLeftAsItWas(0);
      }
      byte[] damaged = Files.readAllBytes(file);
      damaged[damaged.length / 2] ^= 1;
      try (TmuxTerminal terminal = TmuxTerminal.start(folder, "TERM=xterm",
          CanchaProcess.command(folder,
              "replay", Files.write(folder.resolve("damaged.jsonl"), damaged).toString()))) {
        terminal.isLeftAsItWas(1);
        assertThat(terminal.screen()).contains("is damaged");
      }
    }
  }

  private String play(CanchaProcess host) throws Exception {
    // whoever is in turn calls on the bid that stands, and where none stands, which is refused, makes one
    String acts = "/ready\n" + "dudo\nbid 1 2\n".repeat(60);
    String server = "127.0.0.1:" + host.port();
    try (CanchaProcess ana = CanchaProcess.start(folder, acts, List.of(), "join", server, host.code(),
        "--name", "Ana")) {
      ana.says("You are ready");
      try (CanchaProcess beto = CanchaProcess.start(folder, acts, List.of(), "join", server, host.code(),
          "--name",
          "Beto"); HttpClient http = HttpClient.newHttpClient()) {
        assertThat(beto.exitCode()).isZero();
        String matches = http
            .send(HttpRequest.newBuilder(URI.create("http://" + server + "/api/matches")).build(),
                BodyHandlers.ofString())
            .body();
        Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(matches);
        assertThat(id.find()).as(matches).isTrue();
        return id.group(1);
      }
    }
  }
}
