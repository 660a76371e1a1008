package dev.cancha.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.cancha.app.BrowserStage.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page against others: the terminal, Python, a game from a jar, and a server that is killed and comes back. The
 * server is a process of its own, started as a host starts it.
 */
class BrowserOthersIT {
  private static final String ADDRESS = LanAddress.ofThisMachine();

  @TempDir
  private static Path folder;

  private static CanchaProcess host;
  @RegisterExtension
  static final BrowserStage stage = new BrowserStage();

  @BeforeAll
  static void open() throws Exception {
    SticksJar.telling(folder);
    host = host(SteadyPort.free());
  }

  private static CanchaProcess host(int port) throws IOException {
    return CanchaProcess.host(folder, "--port", String.valueOf(port), "--data",
        folder.resolve("data").toString(), "--no-announce", "--set", "server.bind=" + ADDRESS, "--set",
        "games.folder=" + folder, "--set", "bots.minDelay=10 ms", "--set", "bots.maxDelay=50 ms");
  }

  @AfterAll
  static void close() {
    host.close();
  }

  private static Page someone(String name) {
    Page page = stage.browser(Kind.DESKTOP);
    page.navigate(BrowserStage.root(host.port()));
    BrowserStage.comeIn(page, name);
    return page;
  }

  private static void drop(Page page, int column) {
    page.locator(".turn-line.mine").waitFor();
    BrowserPlayers.column(page, column).click();
    page.locator(".turn-line:not(.mine), .outcome").first().waitFor();
  }

  @Test
  void oneInABrowserPlaysOneAtATerminal() throws Exception {
    TmuxTerminal.needsTmux();
    Page ana = someone("Ana");
    BrowserPlayers.create(ana, "Connect Four", "", "0");
    try (TmuxTerminal beto = TmuxTerminal.start(folder, "TERM=xterm-256color", CanchaProcess.command(folder,
        "join", ADDRESS + ":" + host.port(), BrowserPlayers.code(ana), "--name", "Beto"))) {
      assertThat(ana.locator(".seat[data-seat='1']")).containsText("Beto");
      BrowserPlayers.say(ana, "¿listo?");
      beto.sees("¿listo\\?").press("r");
      BrowserPlayers.ready(ana);
      for (int round = 0; round < 4; round++) {
        drop(ana, 3);
        if (round < 3) {
          beto.sees("▸ [●○] Beto \\(you").press("1", "Enter");
        }
      }
      beto.sees("The match is over: Ana wins");
      BrowserPlayers.sees(ana, "You win!.*Four in a line");
    }
  }

  @Test
  void oneInABrowserPlaysThePythonClient() throws Exception {
    PlayScript.needsPython();
    Page ana = someone("Ana");
    BrowserPlayers.create(ana, "Dudo", "2", "0");
    try (PlayScript beto = PlayScript.start(folder,
        new PlayScript.Place(List.of(), ADDRESS + ":" + host.port()),
        BrowserPlayers.code(ana), "Beto")) {
      assertThat(ana.locator(".seat[data-seat='1']")).containsText("Beto");
      BrowserPlayers.ready(ana);
      Locator over = ana.locator(".outcome");
      while (!over.isVisible()) {
        ana.waitForCondition(() -> ana.locator(".picker").isVisible() || over.isVisible());
        ana.locator("#call-dudo, #bid:only-child").evaluateAll("all => all.forEach(each => each.click())");
      }
      BrowserPlayers.sees(ana, "The last one with dice");
      assertThat(beto.result().path("reason").stringValue()).isEqualTo("lastWithDice");
    }
  }

  @Test
  void aServerThatIsKilledComesBackAndSoDoTheMatchAndItsPlayers() throws Exception {
    Page ana = someone("Ana");
    BrowserPlayers.create(ana, "Connect Four", "", "0");
    Page beto = stage.browser(Kind.PHONE);
    beto.navigate(ana.url());
    BrowserStage.comeIn(beto, "Beto");
    BrowserPlayers.ready(ana, beto);
    BrowserPlayers.drop(ana, beto, 3);
    int port = host.port();
    host.kill();
    BrowserPlayers.sees(ana, "Connection lost");
    host = host(port);
    BrowserPlayers.sees(ana, "The connection is back");
    BrowserPlayers.sees(beto, "The connection is back");
    assertThat(ana.locator(".four-disc")).hasCount(1);
    BrowserPlayers.drop(ana, beto, 3);
    BrowserPlayers.drop(ana, beto, 2);
    assertThat(beto.locator(".four-disc")).hasCount(3);
  }

  @Test
  void aGameFromAJarIsPlayedToItsEndByTheGenericTableAndToldInWords() {
    Page ana = someone("Ana");
    BrowserPlayers.create(ana, "Sticks", "", "0");
    BrowserPlayers.sees(ana, "Take one to three sticks");
    ana.locator(".add-bot").click();
    ana.locator("#ready").click();
    Locator over = ana.locator(".outcome");
    Locator take = ana.locator(".generic input[type=number]");
    assertThat(ana.locator(".generic th").first()).hasText("Sticks");
    while (!over.isVisible()) {
      ana.waitForCondition(() -> take.isVisible() || over.isVisible());
      if (take.isVisible()) {
        BrowserAxe.approves(ana, "the generic table");
        String before = ana.locator(".generic td").first().textContent();
        take.fill("1");
        take.press("Enter");
        assertThat(ana.locator(".generic td").first()).not().hasText(before);
      }
    }
    assertThat(ana.locator(".outcome")).containsText(Pattern.compile("You win!|wins"));
    assertThat(ana.locator(".generic td").first()).hasText("0");
    Pattern taken = Pattern.compile("(Ana|mcts): taken \\(sticks [1-3]\\)\\.$");
    assertThat(ana.locator(".happened")).hasText(taken);
    assertThat(ana.locator("#said")).hasText(Pattern.compile("wins?[.!].*" + taken));
    ana.locator("#again").click();
    ana.locator("#end").click();
    assertThat(ana.locator(".told .now")).hasText(Pattern.compile("wins\\..*" + taken));
    ana.locator("#before").click();
    assertThat(ana.locator(".told .now")).hasText(taken);
    assertThat(ana.locator("#said")).hasText(Pattern.compile("^" + taken));
  }
}
