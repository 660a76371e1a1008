package dev.cancha.server.net;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  HttpReply reply(HttpCall call) {
    HttpRoute route = byPath.get(call.path());
    return route == null ? HttpReply.of(HttpResponseStatus.NOT_FOUND) : route.reply(call);
  }
}
