package dev.cancha.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import dev.cancha.app.BrowserStage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The games, played on the page in a real browser, each to its end. */
class BrowserPlayIT {
  @RegisterExtension
  static final BrowserStage stage = new BrowserStage();

  @Test
  void aDiscIsSeenFallingUnlessMotionIsReduced() {
    Page ana = stage.someone("Ana", Kind.DESKTOP, "");
    ana.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
    BrowserPlayers.create(ana, "Connect Four", "", "0");
    Page beto = stage.someone("Beto", Kind.DESKTOP, "r/" + BrowserPlayers.code(ana));
    BrowserPlayers.ready(ana, beto);
    for (Page page : List.of(ana, beto)) {
      page.evaluate("""
          () => {
            window.lasted = [];
            document.addEventListener('animationend', event =>
              event.animationName === 'fall' && window.lasted.push(event.elapsedTime));
          }""");
    }
    BrowserPlayers.drop(ana, beto, 3);
    for (Page page : List.of(ana, beto)) {
      page.waitForCondition(() -> page.evaluate("window.lasted.length").equals(1));
    }
    assertThat(((Number) ana.evaluate("window.lasted[0]")).doubleValue()).as("seconds, through six rows")
        .isGreaterThan(0.5);
    assertThat(((Number) beto.evaluate("window.lasted[0]")).doubleValue()).isLessThan(0.01);
  }

  @Test
  void twoPlayConnectFourToTheEndAndAgainWithTheOtherBeginning() {
    Page ana = stage.someone("Ana");
    BrowserPlayers.create(ana, "Connect Four", "", "0");
    Page beto = stage.someone("Beto", Kind.DESKTOP, "r/" + BrowserPlayers.code(ana));
    BrowserPlayers.ready(ana, beto);
    for (int column : List.of(3, 0, 3, 0, 3, 0, 3)) {
      BrowserPlayers.drop(ana, beto, column);
    }
    BrowserPlayers.sees(ana, "You win!.*Four in a line");
    BrowserPlayers.sees(beto, "Ana wins");
    assertThat(beto.locator(".four-disc.in-line")).hasCount(4);

    BrowserPlayers.ready(beto, ana);
    assertThat(ana.locator(".four-disc")).hasCount(0);
    assertThat(beto.locator(".turn-line.mine")).isVisible();
    BrowserPlayers.drop(ana, beto, 6);
    assertThat(BrowserPlayers.discs(ana, 6)).hasClass(Pattern.compile("seat-1"));
    ana.locator("#resign").click();
    ana.locator("#resign").click();
    BrowserPlayers.sees(beto, "You win!.*By resignation");
  }

  @Test
  void connectFourNeedsNoMouse() {
    Page ana = stage.someone("Ana");
    BrowserPlayers.create(ana, "Connect Four", "", "0");
    Page beto = stage.someone("Beto", Kind.DESKTOP, "r/" + BrowserPlayers.code(ana));
    for (Page page : List.of(ana, beto)) {
      page.locator("#ready").focus();
      page.keyboard().press("Enter");
    }
    ana.locator(".turn-line.mine").waitFor();
    ana.keyboard().press("4");
    assertThat(BrowserPlayers.discs(ana, 3)).hasCount(1);
    beto.locator(".turn-line.mine").waitFor();
    beto.keyboard().press("ArrowRight");
    beto.keyboard().press("ArrowRight");
    beto.keyboard().press("Enter");
    assertThat(beto.locator("button.four-column:focus")).hasCount(1);
    assertThat(ana.locator(".four-disc")).hasCount(2);
    assertThat(BrowserPlayers.column(ana, 3)).hasAttribute("aria-label",
        Pattern.compile("Column 4, [12] of 6 full, on top a disc of (Ana|Beto)"));
  }

  @Test
  void onAPhoneOneTouches() {
    Page ana = stage.someone("Ana", Kind.PHONE, "");
    BrowserPlayers.create(ana, "Connect Four", "", "1");
    ana.locator("#ready").tap();
    Locator discs = ana.locator(".four-disc");
    ana.locator(".turn-line.mine").waitFor();
    int before = discs.count();
    BrowserPlayers.column(ana, 3).tap();
    ana.waitForCondition(() -> discs.count() >= before + 2); // and the bot has answered
    assertThat(BrowserStage.tooWide(ana)).isEqualTo(List.of());
  }

  @Test
  void twoPlayDudoToTheEndAndOnlyOneselfLiftsTheCup() {
    Page ana = stage.someone("Ana");
    BrowserPlayers.create(ana, "Dudo", "2", "0");
    Page beto = stage.someone("Beto", Kind.DESKTOP, "r/" + BrowserPlayers.code(ana));
    BrowserPlayers.ready(ana, beto);
    assertThat(ana.locator(".own .die.face-1, .own .die.face-2, .own .die.face-6")).hasCount(0);
    ana.locator("#cup").click();
    assertThat(ana.locator(".own.lifted .die")).hasCount(5);
    assertThat(ana.locator(".cups .die")).hasCount(0);

    Locator over = ana.locator(".outcome");
    while (!over.isVisible()) {
      Page mover = mover(ana, beto);
      if (mover != null && mover.locator("#call-dudo").isVisible()) {
        press(mover.locator("#call-dudo"));
      } else if (mover != null) {
        press(mover.locator("#bid"));
      }
    }
    BrowserPlayers.sees(beto, "The last one with dice");
    assertThat(beto.locator(".cups .die.small").first()).isVisible();
  }

  /** Whoever has the turn, or nobody once the match is over. */
  private static Page mover(Page ana, Page beto) {
    Locator mine = ana.locator(".picker");
    Locator theirs = beto.locator(".picker");
    ana.waitForCondition(
        () -> mine.isVisible() || theirs.isVisible() || ana.locator(".outcome").isVisible());
    return mine.isVisible() ? ana : theirs.isVisible() ? beto : null;
  }

  /** What was there a moment ago may be gone, because its press was answered just now. */
  private static void press(Locator button) {
    button.evaluateAll("all => all.forEach(each => each.click())");
  }

  @Test
  void twoPlaySnakeToTheEndByKeysAndByButtons() {
    Page ana = stage.someone("Ana");
    BrowserPlayers.create(ana, "Snake", "2", "0");
    Page beto = stage.someone("Beto", Kind.PHONE, "r/" + BrowserPlayers.code(ana));
    BrowserPlayers.ready(ana, beto);
    assertThat(beto.locator(".pad button").first()).isVisible();
    Locator over = ana.locator(".outcome");
    while (!over.isVisible()) { // one goes up by the key, the other down by the pad: both meet a wall
      ana.keyboard().press("ArrowUp");
      press(beto.locator(".pad-down"));
    }
    BrowserPlayers.sees(beto, "(You win|wins|A draw)");
    assertThat(beto.locator(".legend .out").first()).isVisible();
  }

  @Test
  void aFingerSteersASnakeByStretchesOfASwipeAndNotByATouch() {
    Page ana = stage.someone("Ana");
    BrowserPlayers.create(ana, "Snake", "2", "0");
    ana.locator(".settings summary").click();
    ana.locator(".settings label.field", new Page.LocatorOptions().setHasText("Slowness"))
        .locator("input")
        .fill("20");
    ana.locator("#apply").click();
    Page beto = stage.browser(Kind.PHONE);
    List<String> sent = new ArrayList<>();
    List<String> received = new ArrayList<>();
    beto.onWebSocket(socket -> {
      socket.onFrameSent(frame -> sent.add(frame.text()));
      socket.onFrameReceived(frame -> received.add(frame.text()));
    });
    beto.navigate(stage.root() + "r/" + BrowserPlayers.code(ana));
    BrowserStage.comeIn(beto, "Beto");
    BrowserPlayers.ready(ana, beto);

    BrowserFinger finger = new BrowserFinger(beto, beto.locator("canvas.arena"));
    finger.down();
    finger.by(10, 10);
    finger.up();
    finger.down();
    finger.by(5, -60);
    // Below its head is its neck: it went up.
    beto.waitForCondition(
        () -> received.stream().anyMatch(text -> text.matches(".*\"1\":\\{[^}]*\"body\":\"d.*")));
    finger.by(-60, 5);
    finger.up();
    beto.waitForCondition(() -> turns(sent).size() == 2);
    assertThat(turns(sent)).containsExactly("up", "left");
    ana.locator("#resign").click();
    ana.locator("#resign").click();
    beto.locator(".outcome").waitFor();
    assertThat(beto.evaluate("scrollY")).as("the page stays where it is").isEqualTo(0);
  }

  private static List<String> turns(List<String> sent) {
    return sent.stream()
        .flatMap(text -> Pattern.compile("\"turn\":\"(\\w+)\"").matcher(text).results())
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void aGameWithoutADrawingIsPlayedByATableAndAForm() {
    Page ana = stage.browser(Kind.PHONE);
    ana.route("**/games/index.js", route -> route.fulfill(new Route.FulfillOptions()
        .setContentType("text/javascript")
        .setBody("""
            import { draw, tell } from './table.js';
            export const drawingOf = () => draw;
            export const tellingOf = () => tell;
            """)));
    ana.navigate(stage.root());
    BrowserStage.comeIn(ana, "Ana");
    BrowserPlayers.create(ana, "Connect Four", "", "1");
    ana.locator("#ready").click();
    ana.locator(".generic input[type=number]").fill("5");
    ana.locator(".generic button.main").click();
    Locator column = ana.locator(".values .values tr").nth(5);
    assertThat(column.locator("th")).hasText("5");
    assertThat(column.locator("td")).containsText(Pattern.compile("^0"));
    assertThat(ana.locator(".happened"))
        .containsText(Pattern.compile("(Ana|mcts): dropped \\(column \\d, row \\d\\)\\."));
    ana.locator(".generic input[type=number]").fill("5"); // the bot has answered, and the form is there again
    assertThat(BrowserStage.tooWide(ana)).isEqualTo(List.of());
  }
}
