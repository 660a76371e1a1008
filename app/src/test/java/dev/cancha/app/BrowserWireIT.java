package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import dev.cancha.app.BrowserStage.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page's modules in a real browser, without the page around them. */
class BrowserWireIT {
  @RegisterExtension
  static final BrowserStage stage = new BrowserStage();

  @Test
  @SuppressWarnings("unchecked") // because JSON from the page has no types
  void theWireKeepsTheProtocolOnEveryGoldenFrameAndAcrossLosses() throws Exception {
    List<String> frames;
    try (var lines = Files.lines(Path.of("../docs/protocol/golden-frames.txt"))) {
      frames = lines.filter(line -> line.startsWith("< ") || line.startsWith("> ")).toList();
    }
    Page page = stage.browser(Kind.DESKTOP);
    page.navigate(stage.root());
    Map<String, Object> outcome = (Map<String, Object>) page
        .evaluate(BrowserStage.script("wire-trials.js", "async lines"), frames);

    assertThat((List<String>) outcome.get("failed")).isEmpty();
    assertThat((Integer) outcome.get("ran")).isGreaterThan(frames.size() + 10);
    assertThat(stage.complaints()).isEmpty();
  }

  @Test
  void theFirstLoadIsSmallAndComesFromHereAlone() {
    Page page = stage.browser(Kind.DESKTOP);
    page.navigate(stage.root());
    page.locator("#name").waitFor();
    Number bytes = (Number) page.evaluate("""
        () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
            .reduce((sum, each) => sum + each.transferSize, 0)""");
    assertThat(bytes.intValue()).isBetween(10_000, 150_000);
    Object foreign = page.evaluate("""
        () => performance.getEntriesByType('resource').map(each => each.name)
            .filter(each => !each.startsWith(location.origin))""");
    assertThat(foreign).isEqualTo(List.of());
  }

  @Test
  void theBrowserIsToldToTrustNothingElseAndNothingIsCompressedOnTheWire() {
    Page page = stage.browser(Kind.DESKTOP);
    CDPSession devtools = page.context().newCDPSession(page);
    List<JsonObject> offered = new ArrayList<>();
    List<JsonObject> answered = new ArrayList<>();
    devtools.send("Network.enable");
    devtools.on("Network.webSocketWillSendHandshakeRequest",
        event -> offered.add(event.getAsJsonObject("request")));
    devtools.on("Network.webSocketHandshakeResponseReceived",
        event -> answered.add(event.getAsJsonObject("response")));
    Map<String, String> headers = page.navigate(stage.root()).allHeaders();
    assertThat(headers).containsEntry("x-content-type-options", "nosniff");
    assertThat(headers.get("content-security-policy")).contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
    String script = stage.root() + "main.js";
    assertThat(page.request().get(script).headers()).containsEntry("x-content-type-options", "nosniff");

    BrowserStage.comeIn(page, "Ana");
    page.waitForCondition(() -> !answered.isEmpty());
    assertThat(header(offered.getFirst(), "sec-websocket-extensions")).contains("permessage-deflate");
    assertThat(answered.getFirst().get("status").getAsInt()).isEqualTo(101);
    assertThat(header(answered.getFirst(), "sec-websocket-accept")).isNotEmpty();
    assertThat(header(answered.getFirst(), "sec-websocket-extensions")).isEmpty();
  }

  private static String header(JsonObject message, String name) {
    return message.getAsJsonObject("headers")
        .entrySet()
        .stream()
        .filter(each -> each.getKey().equalsIgnoreCase(name))
        .map(each -> each.getValue().getAsString())
        .collect(Collectors.joining());
  }

  @Test
  void onAPhoneNoScreenIsWiderThanThePhone() {
    Page page = stage.someone("Ana", Kind.PHONE.in("es-CL"), "");
    BrowserPlayers.sees(page, "Salas abiertas");
    assertThat(BrowserStage.tooWide(page)).isEqualTo(List.of());
    page.locator("button.main").first().click();
    page.locator(".create").waitFor();
    assertThat(BrowserStage.tooWide(page)).isEqualTo(List.of());
    page.locator(".create button[type=submit]").click();
    page.locator("#link").waitFor();
    assertThat(BrowserStage.tooWide(page)).isEqualTo(List.of());
  }

  @Test
  void theLanguageIsThatOfTheBrowserUntilAnotherIsChosenAndThenRemembered() {
    Page page = stage.someone("Ana", Kind.DESKTOP.in("es-CL"), "");
    BrowserPlayers.sees(page, "Hola, Ana.*Salas abiertas");
    page.locator(".language select").selectOption("en");
    BrowserPlayers.sees(page, "Hello, Ana.*Open rooms");
    page.reload();
    BrowserPlayers.sees(page, "Hello, Ana");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
  }
}
