package dev.cancha.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.cancha.app.BrowserStage.Kind;
import dev.cancha.app.host.QrReader;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page that is reloaded, copied, cut off, invited, or talked to by people who mean no good. */
class BrowserComebackIT {
  @RegisterExtension
  static final BrowserStage stage = new BrowserStage();

  /** Two in a match of Connect Four, one disc dropped. */
  private record Match(Page ana, Page beto) {}

  private static Match match(String root) {
    Page ana = stage.browser(Kind.DESKTOP);
    ana.navigate(root);
    BrowserStage.comeIn(ana, "Ana");
    BrowserPlayers.create(ana, "Connect Four", "", "0");
    Page beto = stage.someone("Beto", Kind.DESKTOP, "r/" + BrowserPlayers.code(ana));
    BrowserPlayers.ready(ana, beto);
    BrowserPlayers.drop(ana, beto, 3);
    return new Match(ana, beto);
  }

  @Test
  void aReloadInTheMiddleResumesTheSeat() {
    Match match = match(stage.root());
    match.ana().reload();
    assertThat(BrowserPlayers.discs(match.ana(), 3)).hasCount(1);
    assertThat(match.ana().locator(".seat[data-seat='0']")).containsText("you");
    BrowserPlayers.drop(match.ana(), match.beto(), 2);
    BrowserPlayers.drop(match.ana(), match.beto(), 1);
  }

  @Test
  void aCopiedTabTakesOverAndTheFirstSaysSoAndStaysSilent() {
    Match match = match(stage.root());
    Object token = match.ana().evaluate("sessionStorage.getItem('cancha.token')");
    Page copy = stage.tab(match.ana());
    copy.addInitScript("sessionStorage.setItem('cancha.token', '" + token + "')"); // a copied tab has the storage
    copy.navigate(match.ana().url());

    assertThat(BrowserPlayers.discs(copy, 3)).hasCount(1);
    BrowserPlayers.sees(match.ana(), "You went on in another tab");
    BrowserAxe.approves(match.ana(), "a tab that was taken over");
    BrowserPlayers.drop(copy, match.beto(), 2);
    assertThat(match.ana().locator(".ended")).isVisible();
    assertThat(match.ana().locator(".four-disc")).hasCount(0);

    match.ana().locator(".ended button").click();
    assertThat(match.ana().locator(".four-disc")).hasCount(2);
    BrowserPlayers.sees(copy, "You went on in another tab");
  }

  @Test
  void aNewTabIsSomeoneNew() {
    Page ana = stage.someone("Ana");
    BrowserPlayers.create(ana, "Connect Four", "", "0");
    Page other = stage.tab(ana);
    other.navigate(stage.root() + "r/" + BrowserPlayers.code(ana));
    assertThat(other.locator("#name")).hasValue("Ana");
    BrowserStage.comeIn(other, "Ana's sister");
    assertThat(ana.locator(".seat[data-seat='1']")).containsText("Ana's sister");
    assertThat(ana.locator(".ended")).hasCount(0);
  }

  @Test
  void theNetworkGoesAndComesBackAndWhatWasDroppedMeanwhileFalls() throws Exception {
    try (LooseWire wire = new LooseWire(LanAddress.ofThisMachine(), stage.server().port())) {
      Match match = match(BrowserStage.root(wire.port()));
      BrowserPlayers.drop(match.ana(), match.beto(), 2);
      wire.pull();
      BrowserPlayers.sees(match.ana(), "Connection lost");
      BrowserPlayers.sees(match.beto(), "connection lost");
      BrowserAxe.approves(match.ana(), "a lost connection");
      assertThat(match.ana().locator(".four-disc")).hasCount(2);

      wire.plugIn();
      assertThat(match.ana().locator(".banner")).hasCount(0);
      BrowserPlayers.drop(match.ana(), match.beto(), 1);
      BrowserPlayers.drop(match.ana(), match.beto(), 1);
      stage.leave();
    }
  }

  @Test
  void aPrivateRoomIsEnteredByItsLinkAndItsPassword() throws Exception {
    Page ana = stage.someone("Ana");
    ana.locator("button", new Page.LocatorOptions().setHasText("New room")).click();
    ana.locator(".check", new Page.LocatorOptions().setHasText("Private")).click();
    ana.locator("label.field", new Page.LocatorOptions().setHasText("Password"))
        .locator("input")
        .fill("olé olé");
    ana.locator("button[type=submit]", new Page.LocatorOptions().setHasText("Open room")).click();
    assertThat(ana.locator(".room-head")).containsText("private");
    String link = ana.locator("#link").inputValue();
    assertThat(ana.evaluate("window.isSecureContext")).as("an address in the network").isEqualTo(false);
    ana.locator("#copy").click();
    assertThat(ana.locator(".notice")).containsText(Pattern.compile("Copied|marked"));
    assertThat(ana.evaluate("getSelection().toString()")).isEqualTo(link);
    assertThat(QrReader.ofPicture(ana.locator(".qr").screenshot())).isEqualTo(link);

    Page beto = stage.browser(Kind.PHONE);
    beto.navigate(link);
    BrowserPlayers.sees(beto, "invited to room");
    BrowserStage.comeIn(beto, "Beto");
    Locator password = beto.locator("#password");
    password.fill("wrong");
    password.press("Enter");
    assertThat(beto.locator(".notice.urgent")).containsText("That is not the password");
    assertThat(beto.locator(".rooms .code", new Page.LocatorOptions().setHasText(BrowserPlayers.code(ana))))
        .hasCount(0);
    BrowserAxe.approves(beto, "a password");
    password.fill("olé olé");
    password.press("Enter");
    assertThat(beto.locator(".room-head .code")).hasText(BrowserPlayers.code(ana));
    assertThat(ana.locator(".seat[data-seat='1']")).containsText("Beto");
  }

  @Test
  void hostileNamesAndChatAreText() {
    Page mallory = stage.someone("<img src=x onerror=a()>", Kind.PHONE, "");
    BrowserPlayers.create(mallory, "Connect Four", "", "0");
    String said = "</bdi><script>document.title='gone'</script>" + "W".repeat(200) + " אבג 😀😀";
    BrowserPlayers.say(mallory, said);
    Page beto = stage.someone("عمر " + "W".repeat(20), Kind.PHONE, "r/" + BrowserPlayers.code(mallory));

    assertThat(beto.locator(".chat .said")).hasText(said);
    assertThat(beto.locator(".seat[data-seat='0'] .player")).hasText("<img src=x onerror=a()>");
    assertThat(beto.locator("img, #page script")).hasCount(0);
    assertThat(beto.title()).contains("Cancha");
    for (Page page : new Page[] {mallory, beto}) {
      assertThat(BrowserStage.tooWide(page)).isEqualTo(List.of());
    }
    BrowserPlayers.ready(mallory, beto);
    assertThat(beto.locator(".turn-line")).containsText("<img src=x onerror=a()>");
  }

  @Test
  void aNameThatTheServerRefusesIsToldAndAnotherMayBeTaken() {
    Page ana = stage.browser(Kind.DESKTOP);
    ana.navigate(stage.root());
    ana.locator("#name").fill("A\u202ena");
    ana.locator("#name").press("Enter");
    assertThat(ana.locator(".problem")).isVisible();
    BrowserStage.comeIn(ana, "Ana");
    BrowserPlayers.sees(ana, "Hello, Ana");
    ana.locator("button", new Page.LocatorOptions().setHasText("Change name")).click();
    assertThat(ana.locator(".ended")).hasCount(0);
    BrowserStage.comeIn(ana, "Anita");
    BrowserPlayers.sees(ana, "Hello, Anita");
  }
}
