package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Looks with axe-core for what keeps people with a screen reader, a keyboard or weak eyes out. */
final class BrowserAxe {
  private static final String SCRIPT = script();
  /** What of a violation says where it is and why; once the page is drawn in its new colours. */
  private static final String RUN = """
      async () => {
        await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        return (await axe.run(document, { resultTypes: ['violations'] })).violations
          .flatMap(each => each.nodes.map(node => `${each.id}: ${node.target} ${node.failureSummary} ${node.html}`));
      }""";

  private BrowserAxe() {}

  private static String script() {
    try (InputStream in = Objects.requireNonNull(BrowserAxe.class.getResourceAsStream("/axe.min.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing is wrong with what {@code page} shows, by day and after dark. */
  static void approves(Page page, String screen) {
    if (page.evaluate("typeof axe").equals("undefined")) {
      page.evaluate(SCRIPT);
    }
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      assertThat(page.evaluate(RUN)).as("%s, %s", screen, scheme).isEqualTo(List.of());
    }
  }
}
