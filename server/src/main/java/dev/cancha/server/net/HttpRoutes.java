package dev.cancha.server.net;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which route answers which path. Immutable. */
final class HttpRoutes {
  private final Map<String, HttpRoute> byPath = new HashMap<>();

  HttpRoutes(List<HttpRoute> routes) {
    for (HttpRoute route : routes) {
      if (byPath.put(route.path(), route) != null) {
        throw new IllegalArgumentException("Two routes answer " + route.path());
      }
    }
  }

  void answer(HttpCall call, Consumer<HttpReply> answer) {
    HttpRoute route = route(call.path());
    if (route == null) {
      answer.accept(HttpReply.of(HttpResponseStatus.NOT_FOUND));
    } else {
      route.answer(call, answer);
    }
  }

  /** The one for this very path, else that for the longest path above it. */
  private @Nullable HttpRoute route(String path) {
    HttpRoute route = byPath.get(path);
    int slash = path.lastIndexOf('/', path.length() - 2);
    while (route == null && slash >= 0) {
      route = byPath.get(path.substring(0, slash + 1));
      slash = path.lastIndexOf('/', slash - 1);
    }
    return route;
  }
}
