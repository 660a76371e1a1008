package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.cancha.app.BrowserStage.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Takes pictures of the page, of every screen and game, for people to look at: {@code build/pictures-page FOLDER}. Its
 * name keeps it out of builds.
 */
@Timeout(300)
class BrowserPictures {
  private final Path folder = Path.of(System.getProperty("pictures", "target/pictures"));
  private static BrowserStage stage;
  /** The stage's own server keeps no matches. */
  private static CanchaProcess host;
  @TempDir
  private static Path data;

  @BeforeAll
  @Timeout(300)
  static void open() throws Exception {
    host = CanchaProcess.host(data, "--port", "0", "--data", data.resolve("data").toString(), "--set",
        BrowserStage.BIND, "--set", "bots.minDelay=10 ms", "--set", "bots.maxDelay=20 ms");
    stage = new BrowserStage();
  }

  @AfterAll
  static void close() {
    stage.close();
    host.close();
  }

  static List<Arguments> looks() {
    return List.of(Arguments.of("desktop-light", Kind.DESKTOP),
        Arguments.of("desktop-dark", Kind.DESKTOP.dark()),
        Arguments.of("phone-light", Kind.PHONE), Arguments.of("phone-dark", Kind.PHONE.dark()));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void takesAllPictures(String look, Kind kind) {
    screens(kind, look);
    connectFour(kind, look);
    dudo(kind, look);
    snake(kind, look);
    past(kind, look);
    assertThat(stage.complaints()).isEmpty();
  }

  private void screens(Kind kind, String look) {
    Page page = stage.browser(kind);
    page.navigate(stage.root());
    take(page, "name-" + look);
    BrowserStage.comeIn(page, "Ana");
    Page other = stage.someone("Beto");
    BrowserPlayers.create(other, "Dudo", "4", "1");
    page.locator(".rooms .code").first().waitFor();
    take(page, "home-" + look);
    page.getByText("New room").click();
    page.getByText("Snake").last().click();
    page.getByText("Rules of this room").click();
    take(page, "create-" + look);
    stage.leave();
  }

  private void connectFour(Kind kind, String look) {
    Page ana = stage.someone("Ana", kind, "");
    BrowserPlayers.create(ana, "Connect Four", "", "0");
    take(ana, "lobby-" + look);
    Page beto = stage.someone("Beto", Kind.DESKTOP, "r/" + BrowserPlayers.code(ana));
    BrowserPlayers.ready(ana, beto);
    for (int column : new int[] {3, 3, 2, 4, 2, 2, 4, 1}) {
      BrowserPlayers.drop(ana, beto, column);
    }
    BrowserPlayers.say(beto, "¡Buena!");
    take(ana, "connect-four-" + look);
    stage.leave();
  }

  private void dudo(Kind kind, String look) {
    Page ana = stage.someone("Ana", kind, "");
    BrowserPlayers.create(ana, "Dudo", "4", "3");
    ana.locator("#ready").click();
    ana.locator("#bid").waitFor();
    ana.locator("#cup").click();
    take(ana, "dudo-" + look);
    stage.leave();
  }

  private void snake(Kind kind, String look) {
    Page ana = stage.someone("Ana", kind, "");
    BrowserPlayers.create(ana, "Snake", "4", "3");
    ana.locator("#ready").click();
    ana.locator("canvas.arena").waitFor();
    ana.waitForCondition(() -> !ana.locator(".snake .clock").textContent().contains("180"));
    ana.keyboard().press("ArrowUp");
    ana.waitForCondition(() -> ana.locator(".snake .clock").textContent().matches(".*17[0-7].*"));
    take(ana, "snake-" + look);
    stage.leave();
  }

  private void past(Kind kind, String look) {
    Page ana = stage.browser(kind);
    ana.navigate(BrowserStage.root(host.port()));
    BrowserStage.comeIn(ana, "Ana");
    for (String game : List.of("Connect Four", "Dudo", "Snake")) {
      boolean four = game.equals("Connect Four");
      BrowserPlayers.create(ana, game, four ? "" : "2", "1");
      BrowserPlayers.ready(ana);
      if (four) {
        for (int i = 0; i < 3; i++) {
          ana.locator(".turn-line.mine").waitFor();
          BrowserPlayers.column(ana, 3 - i).click();
        }
      } else if (game.equals("Dudo")) {
        ana.locator("#bid").click();
        ana.waitForCondition(
            () -> ana.locator("#call-dudo").isVisible() || ana.locator(".verdict").isVisible());
      } else {
        ana.waitForCondition(() -> ana.locator(".snake .clock").textContent().matches(".*17[0-8].*"));
      }
      if (!ana.locator("#again").isVisible()) {
        ana.locator("#resign").click();
        ana.locator("#resign").click();
      }
      ana.locator("#again").click();
      ana.locator(".replay").waitFor();
      int last = Integer.parseInt(ana.locator("#moment").getAttribute("max"));
      ana.locator("#moment").fill(String.valueOf((last + 1) / 2));
      if (game.equals("Dudo")) {
        ana.locator(".eyes button").nth(2).click();
      }
      ana.locator(".verdict-card summary").click();
      take(ana, "replay-" + game.toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + look);
      ana.locator("#back").click();
      ana.locator("#leave").click();
    }
    ana.locator("#past").click();
    ana.locator(".match").first().waitFor();
    take(ana, "past-" + look);
    stage.leave();
  }

  private void take(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
  }
}
