package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cancha.app.CuttingProxy.Cut;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two people at two real terminals play every game to its end, and again, by keys alone. Beto's connection is cut at
 * times, and his terminal knows no colours. Both terminals are kept for all tests, and each of these ends in the list
 * of rooms.
 */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.MethodName.class) // the wire is cut in the first of them
class TerminalPlayIT {
  @TempDir
  private static Path folder;

  private static CanchaProcess host;
  private static CuttingProxy wire;
  private static TmuxTerminal ana;
  private static TmuxTerminal beto;

  @BeforeAll
  static void sitDown() throws Exception {
    TmuxTerminal.needsTmux();
    host = CanchaProcess.host(folder, "--port", "0", "--data", folder.resolve("data").toString());
    wire = new CuttingProxy(host.port(), List.of(Cut.AFTER_AN_ACT, Cut.BEFORE_A_PATCH));
    ana = join("Ana", host.port(), "TERM=xterm-256color");
    beto = join("Beto", wire.port(), "TERM=xterm-256color NO_COLOR=1");
  }

  private static TmuxTerminal join(String name, int port, String environment) throws Exception {
    return TmuxTerminal.start(folder, environment,
        CanchaProcess.command(folder, "join", "127.0.0.1:" + port, "--name", name));
  }

  @AfterAll
  static void goHome() throws Exception {
    for (AutoCloseable each : new AutoCloseable[] {ana, beto, wire, host}) {
      if (each != null) {
        each.close();
      }
    }
  }

  @Test
  void connectFourWithAConnectionThatIsCutAndARematch() throws Exception {
    open("Connect Four");
    ready("r");
    for (int round = 0; round < 4; round++) {
      drop(ana, "4");
      if (round < 3) {
        drop(beto, "1");
      }
    }
    bothSee("The match is over: Ana wins \\(fourInLine\\)");
    assertThat(wire.cuts()).as("cuts").isPositive();
    ana.sees("\\[●\\]");
    assertThat(ana.colouredScreen()).containsPattern("\u001b\\[[0-9;]*3[0-7]m");
    assertThat(beto.colouredScreen()).contains("●", "○").doesNotContainPattern("\u001b\\[[0-9;]*3[0-7]m");

    ready("r");
    ana.press("Escape").sees("▸ Resign the match").press("Enter").sees("\\(y/n\\)").press("y");
    bothSee("The match is over: Beto wins \\(resigned\\)");
    leave();
  }

  /** Who is in turn drops a disc, and then is not any more. */
  private static void drop(TmuxTerminal player, String column) throws Exception {
    player.sees("▸ [●○] (Ana|Beto) \\(you")
        .press(column, "Enter")
        .sees("(?s)(  [●○] (Ana|Beto) \\(you|is over)");
  }

  @Test
  void dudoWithTalkInANarrowWindow() throws Exception {
    open("Dudo");
    ready("s");
    beto.resize(60, 20);
    ana.press("t").sees("Say:").type("¿quién duda? 日本").press("Enter");
    beto.sees("Ana: ¿quién duda\\? 日本");
    for (int calls = 0; calls < 30 && !ana.shows("The match is over"); calls++) {
      TmuxTerminal player = inTurn();
      player.press("Enter").sees("(?s)Standing bid: .*by " + (player.equals(ana) ? "Ana" : "Beto"));
      TmuxTerminal other = player.equals(ana) ? beto : ana;
      other.sees("Your bid:").press("d").sees("called dudo on|is over");
    }
    bothSee("The match is over: (Ana|Beto) wins");
    beto.resize(80, 24);
    ready("r");
    bothSee("Round 1");
    beto.press("Escape").sees("▸ Resign the match").press("Enter").sees("\\(y/n\\)").press("y");
    bothSee("The match is over: Ana wins");
    leave();
  }

  private static TmuxTerminal inTurn() {
    TmuxTerminal[] found = new TmuxTerminal[1];
    await().atMost(Duration.ofSeconds(60)).until(() -> {
      found[0] = ana.shows("Your bid:") ? ana : beto.shows("Your bid:") ? beto : null;
      return found[0] != null;
    });
    return found[0];
  }

  @Test
  void snakeInAWindowThatShrinksAndGrows() throws Exception {
    open("Snake");
    ready("s");
    bothSee("arrows or WASD steer");
    ana.press("Down");
    beto.resize(30, 6);
    beto.sees("This window is 30 by 6");
    beto.resize(120, 40);
    beto.sees("\\(you\\)");
    bothSee("The match is over: ");
    beto.resize(80, 24);
    ready("r");
    bothSee("arrows or WASD steer");
    ana.press("Up", "Left");
    bothSee("The match is over: ");
    leave();
  }

  /** Ana opens a room for two, and Beto finds it in the list. */
  private static void open(String game) throws Exception {
    ana.sees("rooms at").press("n").sees("new room at");
    for (int i = 0; i < 10 && !ana.shows("◂ " + game + " ▸"); i++) {
      ana.press("Right").sees("◂ .* ▸");
    }
    ana.sees("◂ " + game + " ▸")
        .press("Down")
        .sees("▸ seats +◂")
        .type("2")
        .sees("▸ seats +◂ 2 ▸")
        .press("Enter");
    ana.sees(game + " · room ");
    beto.sees("rooms at").sees("▸ [A-Z0-9]{4} +" + game + " +1/2").press("Enter").sees(game + " · room ");
  }

  /** The match begins by Beto's being ready and Ana's key: ready too, or start. */
  private static void ready(String key) throws Exception {
    beto.press("r");
    ana.sees("Beto[^│]*ready").press(key);
    bothSee("It is (your turn|the turn of)|s left");
  }

  private static void bothSee(String pattern) {
    ana.sees(pattern);
    beto.sees(pattern);
  }

  private static void leave() throws Exception {
    beto.press("l").sees("rooms at");
    ana.press("l").sees("rooms at");
  }
}
