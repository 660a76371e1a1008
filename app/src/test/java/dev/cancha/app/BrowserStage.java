package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server and Debian's chromium, for a class of tests that registers this: they begin before its tests and end after
 * them, and after each test nobody stays, and no page may have complained. Each {@link #someone} is a browser of their
 * own, with its own memory. Owner: the thread of the tests, as Playwright asks.
 */
final class BrowserStage implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  /** The machine may be busy with other builds; nothing waits longer than it must. */
  private static final double PATIENCE_MILLIS = 20_000;

  /**
   * Where the pages come from: an address in the network over plain HTTP, as players have it. Where this machine is in
   * no network, a name stands for 127.0.0.1, which to the browser is an origin as little trusted.
   */
  private static final String ADDRESS = LanAddress.ofThisMachine();
  private static final String HOST = ADDRESS.equals("127.0.0.1") ? "cancha.lan" : ADDRESS;

  /** What a server of its own process is to be set to, so that it is there. */
  static final String BIND = "server.bind=" + ADDRESS;

  private LoopbackServer server;
  private Playwright playwright;
  private Browser browser;
  private final List<BrowserContext> open = new ArrayList<>();
  /** What pages complained about: nothing may be refused by the policy, and nothing may go wrong unseen. */
  private final List<String> complaints = new ArrayList<>();

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    server = new LoopbackServer(ADDRESS);
    playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM)
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--host-resolver-rules=MAP cancha.lan 127.0.0.1")));
  }

  LoopbackServer server() {
    return server;
  }

  String root() {
    return root(server.port());
  }

  static String root(int port) {
    return "http://" + HOST + ":" + port + "/";
  }

  /** What there was since the last call. */
  List<String> complaints() {
    List<String> taken = List.copyOf(complaints);
    complaints.clear();
    return taken;
  }

  /** What a browser is like. */
  record Kind(int width, int height, boolean touch, ColorScheme scheme, String locale) {
    static final Kind DESKTOP = new Kind(1200, 860, false, ColorScheme.LIGHT, "en-GB");
    static final Kind PHONE = new Kind(390, 780, true, ColorScheme.LIGHT, "en-GB");

    Kind dark() {
      return new Kind(width, height, touch, ColorScheme.DARK, locale);
    }

    Kind in(String other) {
      return new Kind(width, height, touch, scheme, other);
    }
  }

  /** A browser that has been nowhere yet. */
  Page browser(Kind kind) {
    BrowserContext context = browser.newContext(new Browser.NewContextOptions()
        .setViewportSize(kind.width(), kind.height())
        .setHasTouch(kind.touch())
        .setIsMobile(kind.touch())
        .setDeviceScaleFactor(kind.touch() ? 2 : 1)
        .setColorScheme(kind.scheme())
        .setReducedMotion(ReducedMotion.REDUCE)
        .setLocale(kind.locale()));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    open.add(context);
    return watched(context.newPage());
  }

  /** Another tab of a browser. */
  Page tab(Page beside) {
    return watched(beside.context().newPage());
  }

  private Page watched(Page page) {
    page.onConsoleMessage(message -> {
      // A connection that is cut is what some tests are about: the browser complains, the page need not.
      if (message.type().equals("error") && !message.text().contains("ERR_")
          && !message.text().contains("WebSocket")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    return page;
  }

  /** Someone who has told their name, at that address below the server's root. */
  Page someone(String name, Kind kind, String path) {
    Page page = browser(kind);
    page.navigate(root() + path);
    comeIn(page, name);
    return page;
  }

  Page someone(String name) {
    return someone(name, Kind.DESKTOP, "");
  }

  static void comeIn(Page page, String name) {
    page.locator("#name").fill(name);
    page.locator("#name").press("Enter");
    page.locator("#name")
        .waitFor(new Locator.WaitForOptions()
            .setState(WaitForSelectorState.DETACHED));
  }

  /** Nothing on the page is wider than the screen; gives what is, in the browser's words. */
  static Object tooWide(Page page) {
    return page.evaluate("""
        () => [...document.querySelectorAll('#page *')]
            .filter(each => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1
                && !each.closest('.hidden'))
            .map(each => `${each.tagName}.${each.className}`)""");
  }

  /** The script of that name beside the tests, from where it {@code begins}: what comes before is for its readers. */
  static String script(String name, String begins) throws IOException {
    try (InputStream in = Objects.requireNonNull(BrowserStage.class.getResourceAsStream(name))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.substring(text.indexOf(begins));
    }
  }

  /** Everyone goes home. */
  void leave() {
    open.forEach(BrowserContext::close);
    open.clear();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    leave();
    assertThat(complaints()).isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    leave();
    if (browser != null) {
      browser.close();
    }
    if (playwright != null) {
      playwright.close();
    }
    if (server != null) {
      server.close();
    }
  }
}
