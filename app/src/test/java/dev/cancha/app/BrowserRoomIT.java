package dev.cancha.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.cancha.app.BrowserStage.Kind;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the host may do in a room, who finds it full, and what is heard. */
class BrowserRoomIT {
  @RegisterExtension
  static final BrowserStage stage = new BrowserStage();

  @Test
  void theHostChangesTheSettingsAndSendsPeopleAwayAndWhoComesLateWatches() {
    Page ana = stage.someone("Ana");
    BrowserPlayers.create(ana, "Snake", "2", "1");
    Page beto = stage.someone("Beto", Kind.PHONE, "r/" + BrowserPlayers.code(ana));
    assertThat(beto.locator(".notice")).containsText("All seats are taken: you are watching.");
    assertThat(beto.locator(".watchers")).containsText("Beto");

    ana.locator(".settings summary").click();
    field(ana, "Slowness").fill("20");
    field(ana, "Seconds that a seat is held").fill("33");
    ana.locator(".settings .field", new Page.LocatorOptions().setHasText("Seats"))
        .locator("select")
        .selectOption("3");
    ana.locator("#apply").click();
    assertThat(ana.locator(".seats .seat")).hasCount(3);
    beto.locator(".settings summary").click();
    assertThat(beto.locator(".settings .values")).containsText(Pattern.compile("Slowness.*20"));
    assertThat(beto.locator(".settings .values")).containsText(Pattern.compile("held.*33"));
    assertThat(beto.locator("#apply")).hasCount(0);

    beto.locator(".seat.free button").click();
    ana.locator(".seat[data-seat='2'] button").click(); // sends him away
    BrowserPlayers.sees(beto, "The host sent you away");

    String before = BrowserPlayers.code(ana);
    ana.locator(".settings .check", new Page.LocatorOptions().setHasText("Private")).click();
    ana.locator("#apply").click();
    assertThat(ana.locator(".room-head .code")).hasText(Pattern.compile("[A-Z0-9]{8}"));
    assertThat(BrowserPlayers.code(ana)).isNotEqualTo(before);
    assertThat(ana).hasURL(Pattern.compile("/r/" + BrowserPlayers.code(ana) + "$"));
  }

  private static Locator field(Page page, String label) {
    return page.locator(".settings .field", new Page.LocatorOptions().setHasText(label)).locator("input");
  }

  @Test
  void nothingIsHeardUntilSoundIsAskedForWhichIsRemembered() {
    Page ana = stage.browser(Kind.DESKTOP);
    ana.addInitScript(
        """
        window.tones = 0;
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (when) { window.tones++; return start.call(this, when); };""");
    ana.navigate(stage.root());
    BrowserStage.comeIn(ana, "Ana");
    BrowserPlayers.create(ana, "Connect Four", "", "1");
    BrowserPlayers.say(ana, "hola");
    assertThat(ana.evaluate("tones")).isEqualTo(0);
    ana.locator("#sound").click();
    assertThat(ana.locator("#sound")).hasAttribute("aria-pressed", "true");
    assertThat(ana.evaluate("tones")).isEqualTo(2);
    BrowserPlayers.say(ana, "otra");
    assertThat(ana.evaluate("tones")).isEqualTo(3);
    ana.reload();
    assertThat(ana.locator("#sound")).hasAttribute("aria-pressed", "true");
    assertThat(ana.evaluate("tones")).isEqualTo(0);
    ana.locator("#sound").click();
    BrowserPlayers.say(ana, "silencio");
    assertThat(ana.evaluate("tones")).isEqualTo(0);
  }
}
