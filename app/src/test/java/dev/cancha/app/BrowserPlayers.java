package dev.cancha.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** What players do on the page, by what they see there. */
final class BrowserPlayers {
  private BrowserPlayers() {}

  /** Opens a room; {@code seats} empty where the game has a fixed number. */
  static void create(Page page, String game, String seats, String bots) {
    choose(page, game);
    if (!seats.isEmpty()) {
      field(page, "Seats").selectOption(seats);
    }
    if (!bots.equals("0")) {
      field(page, "Bots from the start").selectOption(bots);
    }
    open(page);
  }

  /** Opens a room in whose seats are bots alone, and sees them play. */
  static void watch(Page page, String game, String seats) {
    choose(page, game);
    page.locator(".check", new Page.LocatorOptions().setHasText("I only want to watch")).click();
    field(page, "Seats").selectOption(seats);
    field(page, "Bots from the start").selectOption(seats);
    open(page);
    page.locator("#start").click();
    page.locator(".room.playing").waitFor();
  }

  private static void choose(Page page, String game) {
    page.locator("button", new Page.LocatorOptions().setHasText("New room")).click();
    page.locator(".choice", new Page.LocatorOptions().setHasText(game)).click();
  }

  private static void open(Page page) {
    page.locator("button[type=submit]", new Page.LocatorOptions().setHasText("Open room")).click();
    page.locator(".room-head .code").waitFor();
  }

  private static Locator field(Page page, String label) {
    return page.locator("label.field", new Page.LocatorOptions().setHasText(label)).locator("select");
  }

  static String code(Page page) {
    return page.locator(".room-head .code").textContent();
  }

  static void ready(Page... players) {
    for (Page player : players) {
      player.locator("#ready").click();
    }
    for (Page player : players) {
      player.locator(".room.playing").waitFor();
    }
  }

  /** Whoever is in turn drops a disc, which both see. */
  static void drop(Page one, Page other, int column) {
    Locator turn = one.locator(".turn-line.mine");
    one.waitForCondition(() -> turn.isVisible() || other.locator(".turn-line.mine").isVisible());
    Page mover = turn.isVisible() ? one : other;
    int before = discs(one, column).count();
    column(mover, column).click();
    assertThat(discs(one, column)).hasCount(before + 1);
    assertThat(discs(other, column)).hasCount(before + 1);
  }

  static Locator column(Page page, int column) {
    return page.locator(".four-column[data-column='" + column + "']");
  }

  static Locator discs(Page page, int column) {
    return column(page, column).locator(".four-disc");
  }

  static void say(Page page, String text) {
    page.locator(".chat input").fill(text);
    page.locator(".chat button").click();
    assertThat(page.locator(".chat .log")).containsText(text);
  }

  static void sees(Page page, String sentence) {
    assertThat(page.locator("#page")).containsText(Pattern.compile(sentence));
  }
}
