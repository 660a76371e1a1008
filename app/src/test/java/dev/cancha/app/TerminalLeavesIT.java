package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.app.host.QrReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** However the client ends, the terminal is as it was before. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class TerminalLeavesIT {
  @TempDir
  private static Path folder;

  private static CanchaProcess host;

  @BeforeAll
  static void open() throws Exception {
    TmuxTerminal.needsTmux();
    host = CanchaProcess.host(folder, "connectFour", "--port", "0", "--data",
        folder.resolve("data").toString());
  }

  @AfterAll
  static void close() {
    if (host != null) {
      host.close();
    }
  }

  @Test
  void byCtrlCInTheListOfRooms() throws Exception {
    try (TmuxTerminal terminal = join()) {
      terminal.sees("rooms at").press("C-c").isLeftAsItWas(130);
    }
  }

  @Test
  void byCtrlCInTheFormForANewRoom() throws Exception {
    try (TmuxTerminal terminal = join()) {
      terminal.sees("rooms at").press("n").sees("new room at").press("C-c").isLeftAsItWas(130);
    }
  }

  @Test
  void byCtrlCWhileACodeIsTyped() throws Exception {
    try (TmuxTerminal terminal = join()) {
      terminal.sees("rooms at").press("c").sees("The room's code").type("KX").press("C-c").isLeftAsItWas(130);
    }
  }

  @Test
  void byCtrlCInARoomAfterEverythingThatLiesOverIt() throws Exception {
    try (TmuxTerminal terminal = join(host.code())) {
      terminal.sees("· room").press("Escape").sees("Leave the room").press("Escape").sees("Esc menu");
      terminal.press("?").sees("any key back").press("x").sees("Esc menu");
      terminal.press("t").sees("Say:").type("hm").press("C-c").isLeftAsItWas(130);
    }
  }

  @Test
  void byQuittingInTheMiddleOfAMatch() throws Exception {
    try (TmuxTerminal terminal = join(); TmuxTerminal other = join()) {
      terminal.sees("rooms at").press("n").sees("new room at").press("Down", "Down", "1", "Enter");
      terminal.sees("\\(bot\\)").press("r").sees("Esc menu");
      terminal.sees("It is (your turn|the turn of)").press("Escape").sees("▸ Resign");
      terminal.press("Down", "Down", "Down").sees("▸ Quit Cancha").press("Enter").sees("y/n").press("y");
      terminal.isLeftAsItWas(0);
      other.sees("rooms at").press("q");
      other.isLeftAsItWas(0);
    }
  }

  @Test
  void bySigterm() throws Exception {
    try (TmuxTerminal terminal = join(host.code())) {
      terminal.sees("· room");
      terminal.terminate();
      terminal.isLeftAsItWas(143);
    }
  }

  @Test
  void byAServerThatIsNotThere() throws Exception {
    try (TmuxTerminal terminal = TmuxTerminal.start(folder, "TERM=xterm",
        CanchaProcess.command(folder, "join", "127.0.0.1:1"))) {
      terminal.isLeftAsItWas(1);
      assertThat(terminal.screen()).contains("No server answers at 127.0.0.1:1");
    }
  }

  @Test
  void byAnErrorOfOurOwn() throws Exception {
    List<String> crashing = CanchaProcess.command("dev.cancha.app.tty.CrashingShow", List.of());
    try (TmuxTerminal terminal = TmuxTerminal.start(folder, "TERM=xterm", crashing)) {
      terminal.sees("press any key to crash").press("x").isLeftAsItWas(1);
      assertThat(terminal.screen()).contains("it crashed: a bug").contains("logged meanwhile");
    }
  }

  @Test
  void aDumbTerminalGetsLines() throws Exception {
    try (TmuxTerminal terminal = TmuxTerminal.start(folder, "TERM=dumb",
        CanchaProcess.command(folder, "join", "127.0.0.1:" + host.port()))) {
      terminal.sees("Games here: ").type("/quit").press("Enter").isLeftAsItWas(0);
    }
  }

  @Test
  void aHostPlaysOnItsOwnTerminalAndStopsTheServerThere() throws Exception {
    try (TmuxTerminal terminal = TmuxTerminal.start(folder, "TERM=xterm",
        CanchaProcess.command(folder, "host", "connectFour", "--port", "0", "--data",
            folder.resolve("own").toString(), "--no-announce", "--set",
            "server.bind=" + LanAddress.ofThisMachine()))) {
      terminal.resize(80, 70); // what is said twice is seen twice
      terminal.sees("Press Enter to play here");
      String link = QrReader.ofTerminal(terminal.screen());
      assertThat(link).matches("http://[0-9.]+:[0-9]+/r/[A-Z0-9]{4}");
      assertThat(terminal.screen()).contains("scan this", "join " + link.replaceAll(".*//|/r/.*", ""));
      terminal.press("Enter").sees("Connect Four · room");
      terminal.press("b")
          .sees("\\(bot\\)")
          .press("q")
          .sees("(?s)Press Enter to play here.*Press Enter to play here");
      terminal.press("C-c").isLeftAsItWas(0);
    }
  }

  private TmuxTerminal join(String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("join", "127.0.0.1:" + host.port()));
    arguments.addAll(List.of(more));
    return TmuxTerminal.start(folder, "TERM=xterm-256color",
        CanchaProcess.command(folder, arguments.toArray(String[]::new)));
  }
}
