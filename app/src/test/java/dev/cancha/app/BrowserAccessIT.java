package dev.cancha.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.cancha.app.BrowserStage.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every screen for everyone: axe-core in both themes, and a whole match by keyboard alone. */
class BrowserAccessIT {
  @RegisterExtension
  static final BrowserStage stage = new BrowserStage();

  @Test
  void nothingIsWrongWithAnyScreenByDayAndAfterDark() {
    Page other = stage.someone("Beto");
    BrowserPlayers.create(other, "Dudo", "4", "1");
    Page ana = stage.browser(Kind.DESKTOP);
    ana.navigate(stage.root() + "r/2345");
    BrowserAxe.approves(ana, "name");
    BrowserStage.comeIn(ana, "Ana");
    ana.locator(".rooms .code").first().waitFor();
    BrowserAxe.approves(ana, "rooms and a notice");
    press(ana, "New room");
    press(ana, "Snake");
    ana.locator(".create summary").evaluateAll("all => all.forEach(each => each.click())");
    BrowserAxe.approves(ana, "new room");
    press(ana, "Back");

    BrowserPlayers.create(ana, "Connect Four", "", "1");
    BrowserPlayers.say(ana, "hola");
    ana.locator(".settings summary").click();
    BrowserAxe.approves(ana, "a room before its match");
    BrowserPlayers.ready(ana);
    BrowserAxe.approves(ana, "Connect Four");
    resign(ana);
    BrowserAxe.approves(ana, "a match that is over");
    ana.locator("#leave").click();

    BrowserPlayers.create(ana, "Snake", "3", "2");
    BrowserPlayers.ready(ana);
    BrowserAxe.approves(ana, "snake");
    ana.locator("#leave").click();
    ana.locator("#leave").click();

    other.locator("#ready").click();
    ana.locator(".rooms button", new Page.LocatorOptions().setHasText("Watch")).first().click();
    other.locator("#bid").waitFor();
    other.locator("#cup").click();
    BrowserAxe.approves(other, "dudo");
    BrowserAxe.approves(ana, "dudo, seen by someone who watches");
  }

  private static void press(Page page, String text) {
    page.getByText(text, new Page.GetByTextOptions().setExact(true)).first().click();
  }

  private static void resign(Page page) {
    page.locator("#resign").click();
    page.locator("#resign").click();
    page.locator(".outcome").waitFor();
  }

  @Test
  void aWholeMatchNeedsNoMouse() {
    Page ana = stage.browser(Kind.DESKTOP);
    ana.navigate(stage.root());
    ana.locator("#name:focus").waitFor();
    ana.keyboard().type("Ana");
    ana.keyboard().press("Enter");
    ana.locator(".hello").waitFor();
    assertThat(ana.locator("h1:focus")).hasText("Hello, Ana");
    tabTo(ana, "section .main", "Enter");
    ana.locator(".create").waitFor();
    tabTo(ana, ".choice input", "");
    assertThat(ana.locator(".choice:has(:focus)")).hasText("Connect Four");
    tabTo(ana, ".create button[type=submit]", "Enter");
    ana.locator("#ready").waitFor();
    assertThat(ana.locator("h1:focus")).containsText("Connect Four");
    tabTo(ana, ".add-bot", "Enter");
    ana.locator(".seat", new Page.LocatorOptions().setHasText("bot")).waitFor();
    tabTo(ana, "#ready", "Enter");
    ana.locator(".turn-line.mine").waitFor();
    ana.keyboard().press("4");
    ana.locator(".four-disc.seat-0").waitFor();
    assertThat(ana.locator(".four-column:focus")).hasCount(1);
    tabTo(ana, "#resign", "Enter");
    assertThat(ana.locator("#resign")).hasText("Really resign?");
    ana.keyboard().press("Enter");
    BrowserPlayers.sees(ana, "wins.*By resignation");
    tabTo(ana, ".chat input", "");
    ana.keyboard().type("gg");
    ana.keyboard().press("Enter");
    assertThat(ana.locator(".chat .said")).hasText("gg");
    tabTo(ana, "#leave", "Enter");
    assertThat(ana.locator("h1:focus")).hasText("Hello, Ana");
  }

  /** Goes on with Tab until what {@code selector} says has the focus, and presses {@code key} there. */
  private static void tabTo(Page page, String selector, String key) {
    for (int presses = 0; presses < 60; presses++) {
      page.keyboard().press("Tab");
      if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
        if (!key.isEmpty()) {
          page.keyboard().press(key);
        }
        return;
      }
    }
    throw new AssertionError("Tab does not lead to " + selector);
  }
}
