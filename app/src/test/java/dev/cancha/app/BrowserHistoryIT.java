package dev.cancha.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.cancha.app.BrowserStage.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Matches that are over, on the page of a real server with a real journal. */
class BrowserHistoryIT {
  private static final List<Integer> COLUMNS = List.of(3, 0, 3, 0, 3, 0, 3);

  @TempDir
  private static Path folder;

  @RegisterExtension
  static final BrowserStage stage = new BrowserStage();

  private static CanchaProcess host;
  private static String root;

  @BeforeAll
  static void open() throws Exception {
    host = CanchaProcess.host(folder, "--port", "0", "--data", folder.resolve("data").toString(), "--set",
        BrowserStage.BIND, "--no-announce");
    root = BrowserStage.root(host.port());
  }

  @AfterAll
  static void close() {
    host.close();
  }

  private static Page someone(String name, Kind kind, String path) {
    Page page = stage.browser(kind);
    page.navigate(root + path);
    BrowserStage.comeIn(page, name);
    return page;
  }

  private record Match(Page ana, Page beto) {}

  /** Ana has four in a column, and looks at that again: she is on the first step. */
  private static Match watchedAgain() {
    Page ana = someone("Ana", Kind.DESKTOP, "");
    BrowserPlayers.create(ana, "Connect Four", "", "0");
    Page beto = someone("Beto", Kind.DESKTOP, "r/" + BrowserPlayers.code(ana));
    BrowserPlayers.ready(ana, beto);
    COLUMNS.forEach(column -> BrowserPlayers.drop(ana, beto, column));
    ana.locator("#again").click();
    step(ana, 1);
    return new Match(ana, beto);
  }

  private static void step(Page page, int step) {
    assertThat(page.locator(".replay")).hasAttribute("data-step", String.valueOf(step));
    assertThat(page.locator(".four-disc")).hasCount(step - 1);
  }

  private static Page fresh(String address, Kind kind) {
    Page page = stage.browser(kind);
    page.navigate(address);
    return page;
  }

  @Test
  void aMatchIsSteppedScrubbedPlayedAndLinkedToWithAndWithoutAMouse() {
    Match match = watchedAgain();
    Page ana = match.ana();
    String code = ana.locator("#back").textContent();
    assertThat(code).startsWith("Back to room ");
    BrowserAxe.approves(ana, "a replay, at its start");
    ana.locator("#next").click();
    step(ana, 2);
    assertThat(BrowserPlayers.discs(ana, 3)).hasCount(1);
    assertThat(ana.locator(".told .now")).containsText("Ana: column 4");
    assertThat(ana.locator("#said")).containsText("Ana: column 4");
    ana.locator("#end").click();
    step(ana, 8);
    assertThat(ana.locator(".turn-line")).containsText("Ana wins. Four in a line");
    assertThat(ana.locator(".four-disc.in-line")).hasCount(4);
    ana.locator("#before").click();
    step(ana, 7);
    assertThat(ana.locator(".four-disc.in-line")).hasCount(0);
    itIsSteppedByTheSliderAndByKeys(ana);
    itsMomentsHaveLinks(ana);

    ana.locator("#speed").selectOption("20");
    ana.keyboard().press("-");
    assertThat(ana.locator("#speed")).hasValue("5");
    ana.keyboard().press("+");
    ana.locator("#play").click();
    step(ana, 8);
    assertThat(ana.locator(".replay")).hasAttribute("data-state", "paused");
    ana.goBack();
    assertThat(ana.locator(".outcome")).isVisible();
    assertThat(ana.url()).contains("/r/");

    ana.locator("#ready").click();
    ana.locator("#again").click();
    step(ana, 1);
    match.beto().locator("#ready").click();
    BrowserPlayers.sees(ana, "The next match of your room begins");
    assertThat(ana.locator(".room.playing")).isVisible();
    assertThat(ana).hasURL(Pattern.compile("/r/"));
  }

  private static void itIsSteppedByTheSliderAndByKeys(Page ana) {
    Locator moment = ana.locator("#moment");
    moment.fill("3");
    step(ana, 4);
    assertThat(moment).hasAttribute("aria-valuetext",
        Pattern.compile("Step 4 of 8, \\d+:\\d\\d\\. Ana: column 4\\."));
    moment.focus();
    ana.keyboard().press("ArrowRight");
    step(ana, 5);
    ana.locator("#play").focus();
    ana.keyboard().press("Home");
    step(ana, 1);
    ana.keyboard().press("ArrowRight");
    ana.keyboard().press("ArrowRight");
    step(ana, 3);
    ana.keyboard().press("ArrowLeft");
    step(ana, 2);
    ana.locator("#play").click();
    step(ana, 3);
    ana.locator("#play").click();
    assertThat(ana.locator(".replay")).hasAttribute("data-state", "paused");
    BrowserAxe.approves(ana, "a replay, paused in its middle");
    moment.fill("1");
    step(ana, 2);
  }

  private static void itsMomentsHaveLinks(Page ana) {
    String link = ana.locator("#moment-link").inputValue();
    assertThat(link).matches(".*/m/[\\w-]+#rev=\\d+");
    assertThat(ana).hasURL(link);
    Page stranger = fresh(link, Kind.PHONE.in("es-CL"));
    step(stranger, 2);
    assertThat(stranger.locator(".told .now")).containsText("Ana: columna 4");
    BrowserPlayers.sees(stranger, "Comprobado: de verdad fue así");
    assertThat(BrowserStage.tooWide(stranger)).isEqualTo(List.of());
    stranger.locator(".language select").selectOption("en");
    assertThat(stranger.locator(".told .now")).containsText("Ana: column 4");
  }

  /** With steps on both sides of a whole document that is kept, and pieces that end within a letter. */
  @Test
  @SuppressWarnings("unchecked") // because JSON from the page has no types
  void aLongFilmHasEveryMomentInAnyOrder() throws Exception {
    Page page = fresh(root, Kind.DESKTOP);
    List<String> wrong = (List<String>) page.evaluate(BrowserStage.script("film-trials.js", "async () =>"));
    assertThat(wrong).isEmpty();
  }

  @Test
  void itIsSaidWhyTheDiceWereFairAndWhereAMatchIsNotAsItWas() {
    Page ana = watchedAgain().ana();
    Locator verdict = ana.locator(".verdict-card");
    assertThat(verdict).containsText("all 8 steps again");
    verdict.locator("summary").click();
    assertThat(verdict)
        .containsText("this tab wrote the fingerprint down when the match began, and it is the same");
    assertThat(verdict.locator(".digits").first()).hasText(Pattern.compile("[0-9a-f]{64}"));
    assertThat(verdict.locator(".digits").last()).hasText(Pattern.compile("[0-9a-f]{32}"));
    BrowserAxe.approves(ana, "a replay and why its dice were fair");
    String file = ana.waitForDownload(() -> ana.locator("#file").click()).suggestedFilename();
    assertThat(verdict.locator(".command")).hasText("./cancha replay " + file + " --verify");

    Page beto = stage.browser(Kind.DESKTOP);
    beto.route("**/shown", route -> {
      var answer = route.fetch();
      route.fulfill(new Route.FulfillOptions().setResponse(answer)
          .setBody(answer.text()
              .replace("{\"end\":8,\"verified\":true}",
                  "{\"end\":8,\"verified\":false,\"same\":5,\"difference\":\"line 7 <b>differs</b>\"}")));
    });
    beto.navigate(ana.url());
    BrowserPlayers.sees(beto, "Not confirmed.*from step 6 on.*line 7 <b>differs</b>");
    beto.locator("#moment").fill("4");
    step(beto, 5);
    assertThat(beto.locator(".stage .problem")).hasCount(0);
    beto.locator("#next").click();
    assertThat(beto.locator(".stage .problem")).containsText("it is not what was shown then");
    BrowserAxe.approves(beto, "a replay that is not confirmed");
  }

  @Test
  void aPrivateMatchIsItsMembersAloneWithWhatEachOfThemSaw() {
    Page ana = someone("Ana", Kind.DESKTOP.in("es-CL"), "");
    ana.locator(".home button.main").first().click();
    ana.locator(".choice", new Page.LocatorOptions().setHasText("Dudo")).click();
    ana.locator(".check").first().click();
    ana.locator("label.field select").first().selectOption("2");
    ana.locator(".create button[type=submit]").click();
    ana.locator(".room-head .code").waitFor();
    Page beto = someone("Beto", Kind.DESKTOP, "r/" + BrowserPlayers.code(ana));
    BrowserPlayers.ready(ana, beto);
    ana.locator("#cup").click();
    List<String> dice = dice(ana);
    assertThat(dice).hasSize(5);
    beto.locator("#resign").click();
    beto.locator("#resign").click();
    ana.locator("#again").click();

    assertThat(ana.locator(".replay")).hasAttribute("data-step", "1");
    assertThat(ana.locator(".own")).hasCount(0);
    ana.locator(".eyes button", new Page.LocatorOptions().setHasText("Ana")).click();
    assertThat(ana.locator(".own .die")).hasCount(5);
    assertThat(dice(ana)).isEqualTo(dice);
    assertThat(ana.locator(".own button")).hasCount(0);
    BrowserAxe.approves(ana, "a replay as one of its players saw it");
    ana.waitForURL(Pattern.compile("seat=\\d$"));
    String link = ana.url();
    ana.keyboard().press("0");
    assertThat(ana.locator(".own")).hasCount(0);
    BrowserPlayers.sees(ana, "Comprobado: de verdad fue así");

    beto.navigate(link);
    assertThat(beto.locator(".own .die")).hasCount(5);
    assertThat(dice(beto)).isEqualTo(dice);
    Page stranger = fresh(link, Kind.PHONE);
    BrowserPlayers.sees(stranger, "There is no such match here, or it was played in a private room");
    assertThat(stage.complaints()).as("what the browser says of that")
        .containsExactly("Failed to load resource: the server responded with a status of 404 (Not Found)");
    BrowserAxe.approves(stranger, "a match that there is not, or is not for everyone");
    stranger.locator("#back").click();
    assertThat(stranger.locator("#name")).isVisible();
    itIsInTheListsOfItsMembersAlone(beto, stranger, link.replaceAll(".*/m/([\\w-]+)#.*", "$1"));
  }

  private static void itIsInTheListsOfItsMembersAlone(Page beto, Page stranger, String match) {
    for (Page page : List.of(beto, stranger)) {
      page.navigate(root + "matches");
    }
    Locator mine = beto.locator(".match[data-match='" + match + "']");
    assertThat(mine).containsText("you played");
    assertThat(mine).containsText("only for those who were there");
    BrowserAxe.approves(beto, "past matches");
    mine.locator("button").click();
    assertThat(beto.locator(".replay")).hasAttribute("data-step", "1");
    beto.goBack();
    beto.locator("#of-game").selectOption("snake");
    assertThat(beto.locator(".match")).hasCount(0);
    BrowserAxe.approves(beto, "past matches, of which there are none");
    BrowserPlayers.sees(beto, "No match has come to its end");
    BrowserPlayers.sees(stranger, "Past matches");
    assertThat(stranger.getByText("Looking …")).hasCount(0);
    assertThat(stranger.locator(".match[data-match='" + match + "']")).hasCount(0);
    assertThat(BrowserStage.tooWide(stranger)).isEqualTo(List.of());
  }

  private static List<String> dice(Page page) {
    return page.locator(".own .die").all().stream().map(die -> die.getAttribute("aria-label")).toList();
  }
}
