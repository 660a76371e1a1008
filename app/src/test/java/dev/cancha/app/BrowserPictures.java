package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.cancha.app.BrowserStage.Kind;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
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
  private static final Path FOLDER = Path.of(System.getProperty("pictures", "target/pictures"));
  /** Whoever begins has four in a falling line at last. */
  private static final int[] OPENING = {3, 3, 2, 4, 2, 2, 4, 1};
  private static final int[] END = {3, 0, 5, 0, 2};

  @RegisterExtension
  static final BrowserStage stage = new BrowserStage();

  /** The stage's own server keeps no matches. */
  private static CanchaProcess host;
  @TempDir
  private static Path folder;

  @BeforeAll
  @Timeout(300)
  static void open() throws Exception {
    SticksJar.telling(folder);
    host = CanchaProcess.host(folder, "--port", "0", "--data", folder.resolve("data").toString(),
        "--no-announce",
        "--set", BrowserStage.BIND, "--set", "games.folder=" + folder, "--set", "bots.minDelay=10 ms",
        "--set",
        "bots.maxDelay=20 ms");
  }

  @AfterAll
  static void close() {
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
    Page ana = stage.browser(kind);
    ana.navigate(BrowserStage.root(host.port()));
    take(ana, "name-" + look);
    BrowserStage.comeIn(ana, "Ana");
    between(kind, look);
    connectFour(ana, look);
    dudo(ana, look);
    snake(ana, look);
    sticks(ana, look);
    ana.locator("#past").click();
    ana.locator(".match").nth(3).waitFor();
    take(ana, "past-" + look);
    nothingThere(ana, look);
  }

  private static Page someone(String name, Kind kind, String path) {
    Page page = stage.browser(kind);
    page.navigate(BrowserStage.root(host.port()) + path);
    BrowserStage.comeIn(page, name);
    return page;
  }

  /** On a server that has no more than its own games. */
  private static void between(Kind kind, String look) {
    Page ana = stage.someone("Ana", kind, "");
    Page beto = stage.someone("Beto");
    BrowserPlayers.create(beto, "Dudo", "4", "1");
    ana.locator(".rooms .code").first().waitFor();
    take(ana, "home-" + look);
    away(beto);
    ana.getByText("New room").click();
    ana.getByText("Snake").last().click();
    ana.getByText("Rules of this room").click();
    take(ana, "create-" + look);
  }

  private static void connectFour(Page ana, String look) {
    BrowserPlayers.create(ana, "Connect Four", "", "0");
    ana.locator(".qr").waitFor();
    take(ana, "lobby-" + look);
    Page beto = someone("Beto", Kind.DESKTOP, "r/" + BrowserPlayers.code(ana));
    BrowserPlayers.ready(ana, beto);
    for (int column : OPENING) {
      BrowserPlayers.drop(ana, beto, column);
    }
    BrowserPlayers.say(beto, "¡Buena!");
    take(ana, "connect-four-" + look);
    for (int column : END) {
      BrowserPlayers.drop(ana, beto, column);
    }
    ana.locator("#again").waitFor();
    take(ana, "over-" + look);
    again(ana, 10);
    take(ana, "replay-connect-four-" + look);
    ana.locator(".verdict-card summary").click();
    take(ana, "replay-verdict-" + look);
    ana.locator("#back").click();
    away(beto);
    away(ana);
  }

  private static void dudo(Page ana, String look) {
    BrowserPlayers.create(ana, "Dudo", "4", "3");
    ana.locator("#ready").click();
    ana.locator("#bid").waitFor();
    ana.locator("#cup").click();
    take(ana, "dudo-" + look);
    away(ana);
    BrowserPlayers.create(ana, "Dudo", "2", "1");
    BrowserPlayers.ready(ana);
    for (int turn = 0; turn < 4; turn++) { // nobody is without dice by then
      ana.locator(".picker").waitFor();
      String before = ana.locator(".dudo").textContent();
      ana.locator("#bid, #call-dudo").last().click();
      ana.waitForCondition(() -> ana.locator(".picker").isVisible()
          && !ana.locator(".dudo").textContent().equals(before));
    }
    resign(ana);
    again(ana, -1);
    ana.locator(".eyes button").nth(1).click();
    take(ana, "replay-dudo-" + look);
    screen(ana, "replay-screen-" + look);
    ana.locator("#back").click();
    away(ana);
  }

  private static void snake(Page ana, String look) {
    BrowserPlayers.create(ana, "Snake", "4", "3");
    ana.locator("#ready").click();
    ana.locator("canvas.arena").waitFor();
    // Along a jagged line: whoever goes straight on soon meets a wall.
    Iterator<String> turns = Stream
        .iterate("ArrowRight", last -> last.equals("ArrowDown") ? "ArrowRight" : "ArrowDown")
        .iterator();
    ana.waitForCondition(() -> {
      ana.keyboard().press(turns.next());
      return ana.locator(".snake .clock").textContent().matches(".*17[0-8].*");
    });
    take(ana, "snake-" + look);
    screen(ana, "snake-screen-" + look);
    away(ana);
    BrowserPlayers.create(ana, "Snake", "2", "1");
    BrowserPlayers.ready(ana);
    ana.waitForCondition(() -> ana.locator(".snake .clock").textContent().matches(".*17[0-8].*"));
    resign(ana);
    again(ana, 8);
    take(ana, "replay-snake-" + look);
    ana.locator("#back").click();
    away(ana);
  }

  /** A game that the page has no drawing for. */
  private static void sticks(Page ana, String look) {
    BrowserPlayers.create(ana, "Sticks", "", "1");
    BrowserPlayers.ready(ana);
    for (int i = 0; i < 2; i++) {
      Locator left = ana.locator(".generic td").first();
      String before = left.textContent();
      ana.locator(".generic input[type=number]").fill("2");
      ana.locator(".generic input[type=number]").press("Enter");
      ana.waitForCondition(
          () -> !left.textContent().equals(before) && ana.locator(".turn-line.mine").isVisible());
    }
    take(ana, "sticks-" + look);
    resign(ana);
    again(ana, 3);
    take(ana, "replay-sticks-" + look);
    ana.locator("#back").click();
    away(ana);
  }

  private static void nothingThere(Page ana, String look) {
    ana.navigate(BrowserStage.root(host.port()) + "m/nowhere");
    ana.locator(".problem").waitFor();
    take(ana, "no-match-" + look);
    assertThat(stage.complaints()).hasSize(1);
  }

  @Test
  void takesSomeInSpanish() {
    Page ana = someone("Ana", Kind.PHONE.in("es-CL"), "");
    ana.locator(".rooms, .home .quiet").first().waitFor();
    take(ana, "home-spanish");
    ana.locator(".home button.main").first().click();
    ana.locator(".choice", new Page.LocatorOptions().setHasText("Dudo")).click();
    take(ana, "create-spanish");
    ana.locator(".create button[type=submit]").click();
    ana.locator(".add-bot").first().click();
    ana.locator(".badge").waitFor();
    take(ana, "lobby-spanish");
    ana.locator("#ready").click();
    ana.locator("#bid").waitFor();
    take(ana, "dudo-spanish");
    resign(ana);
    again(ana, 1);
    take(ana, "replay-spanish");
    ana.locator("#back").click();
    away(ana);
  }

  private static void resign(Page page) {
    page.locator("#resign").click();
    page.locator("#resign").click();
    page.locator("#again").waitFor();
  }

  /** To that moment of the match that was just played; a negative one is counted from its end. */
  private static void again(Page page, int step) {
    page.locator("#again").click();
    int last = Integer.parseInt(page.locator("#moment").getAttribute("max"));
    int moment = step < 0 ? last + step : step;
    page.locator("#moment").fill(String.valueOf(moment));
    page.locator(".replay[data-step='" + (moment + 1) + "']").waitFor();
  }

  /** Out of the room, during a match too; a room without people closes. */
  private static void away(Page page) {
    boolean playing = page.locator(".room.playing #resign").isVisible();
    page.locator("#leave").click();
    if (playing) {
      page.locator("#leave").click();
    }
    page.locator(".home").waitFor();
  }

  /** All of the page. */
  private static void take(Page page, String name) {
    shoot(page, name, true);
  }

  /** As much as the screen shows at once. */
  private static void screen(Page page, String name) {
    shoot(page, name, false);
  }

  private static void shoot(Page page, String name, boolean full) {
    page.mouse().move(0, 0);
    page.evaluate("scrollTo(0, 0)");
    page.locator(".notice button").evaluateAll("all => all.forEach(each => each.click())");
    page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")).setFullPage(full));
  }
}
