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
 * The page: its files, and at {@code /} and {@code /r/CODE} the page itself. Every answer is made at the start, so a
 * request is one look into a table that nothing outside the {@link WebRoot} can be found in. Immutable.
 */
public final class PageRoute implements HttpRoute {
  /** A link to a room. Whether there is one of that code is seen by the page, as with a code that was typed. */
  private static final Pattern ROOM = Pattern.compile("/r/[0-9A-Za-z]{1,16}");
  /** All that the page refers to is relative to this, so it also works behind a proxy that puts it below a path. */
  private static final String BASE = "<base href=\"./\">";
  private static final String BASE_OF_ROOM = "<base href=\"../\">";

  private final Map<String, WebFile> files = new HashMap<>();
  private final WebFile room;

  /** @param root not empty */
  public PageRoute(WebRoot root) {
    root.files().forEach((path, bytes) -> files.put("/" + path, WebFile.of(path, bytes)));
    byte[] page = root.files().getOrDefault(WebRoot.PAGE, new byte[0]);
    files.put("/", WebFile.of(WebRoot.PAGE, page));
    room = WebFile.of(WebRoot.PAGE, belowOneFolder(page));
  }

  private static byte[] belowOneFolder(byte[] page) {
    String text = new String(page, StandardCharsets.UTF_8);
    if (!text.contains(BASE)) {
      throw new IllegalArgumentException(WebRoot.PAGE + " needs " + BASE);
    }
    return text.replace(BASE, BASE_OF_ROOM).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String path() {
    return "/";
  }

  @Override
  public void answer(HttpCall call, Consumer<HttpReply> answer) {
    String path = call.path();
    WebFile file = ROOM.matcher(path).matches() ? room : files.get(path);
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
