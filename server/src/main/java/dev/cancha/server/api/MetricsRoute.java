package dev.cancha.server.api;

import dev.cancha.server.net.HttpCall;
import dev.cancha.server.net.HttpReply;
import dev.cancha.server.net.HttpRoute;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The metrics, for Prometheus. Who may not see them is told that there are none.
 *
 * @param everyone whether others than this machine itself may look
 * @param page in Prometheus's text format
 * @param executor makes the page, which goes through all rooms
 */
public record MetricsRoute(boolean everyone, Supplier<String> page, Executor executor) implements HttpRoute {
  @Override
  public String path() {
    return "/metrics";
  }

  @Override
  public void answer(HttpCall call, Consumer<HttpReply> answer) {
    if (!everyone && !call.caller().local()) {
      answer.accept(HttpReply.of(HttpResponseStatus.NOT_FOUND));
    } else if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
      answer.accept(HttpReply.ONLY_LOOKING);
    } else {
      try {
        executor.execute(() -> answer.accept(reply()));
      } catch (RejectedExecutionException e) {
        answer.accept(HttpReply.of(HttpResponseStatus.SERVICE_UNAVAILABLE));
      }
    }
  }

  private HttpReply reply() {
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put("content-type", "text/plain; version=0.0.4; charset=utf-8");
    headers.put("cache-control", "no-store");
    return new HttpReply(HttpResponseStatus.OK, headers, page.get().getBytes(StandardCharsets.UTF_8));
  }
}
