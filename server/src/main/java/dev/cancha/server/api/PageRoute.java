package dev.cancha.server.api;

import dev.cancha.server.net.HttpCall;
import dev.cancha.server.net.HttpReply;
import dev.cancha.server.net.HttpRoute;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The page: its files, and the page itself at {@code /}, {@code /matches}, {@code /r/CODE} and {@code /m/MATCH}. Every
 * answer is made at the start, so a request is one look into a table that nothing outside the {@link WebRoot} can be
 * found in. Immutable.
 */
public final class PageRoute implements HttpRoute {
  /** A link to a room or to a match. Whether there is one is seen by the page, as with a code that was typed. */
  private static final Pattern LINK = Pattern.compile("/r/[0-9A-Za-z]{1,16}|/m/[A-Za-z0-9_-]{1,64}");
  private static final String MATCHES = "/matches";
  /** All that the page refers to is relative to this, so it also works behind a proxy that puts it below a path. */
  private static final String BASE = "<base href=\"./\">";
  private static final String BASE_OF_LINK = "<base href=\"../\">";

  private final Map<String, WebFile> files = new HashMap<>();
  private final WebFile linked;

  /** @param root not empty */
  public PageRoute(WebRoot root) {
    root.files().forEach((path, bytes) -> files.put("/" + path, WebFile.of(path, bytes)));
    byte[] page = root.files().getOrDefault(WebRoot.PAGE, new byte[0]);
    files.put("/", WebFile.of(WebRoot.PAGE, page));
    files.put(MATCHES, WebFile.of(WebRoot.PAGE, page));
    linked = WebFile.of(WebRoot.PAGE, belowOneFolder(page));
  }

  private static byte[] belowOneFolder(byte[] page) {
    String text = new String(page, StandardCharsets.UTF_8);
    if (!text.contains(BASE)) {
      throw new IllegalArgumentException(WebRoot.PAGE + " needs " + BASE);
    }
    return text.replace(BASE, BASE_OF_LINK).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String path() {
    return "/";
  }

  @Override
  public void answer(HttpCall call, Consumer<HttpReply> answer) {
    String path = call.path();
    WebFile file = LINK.matcher(path).matches() ? linked : files.get(path);
    if (file == null) {
      answer.accept(HttpReply.of(HttpResponseStatus.NOT_FOUND));
    } else {
      answer.accept(switch (call.method()) {
        case "GET", "HEAD" -> file.reply(call.caller());
        default -> HttpReply.ONLY_LOOKING;
      });
    }
  }
}
