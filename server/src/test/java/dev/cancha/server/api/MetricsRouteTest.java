package dev.cancha.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.net.HttpCall;
import dev.cancha.server.net.HttpReply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class MetricsRouteTest {
  @Test
  void onlyThisMachineLooksUnlessEveryoneMay() {
    MetricsRoute local = new MetricsRoute(false, () -> "figures", Runnable::run);
    MetricsRoute open = new MetricsRoute(true, () -> "figures", Runnable::run);

    assertThat(ask(local, "GET", true).status().code()).isEqualTo(200);
    assertThat(ask(local, "GET", false).status().code()).isEqualTo(404);
    assertThat(ask(local, "POST", false).status().code()).isEqualTo(404);
    assertThat(ask(local, "POST", true).status().code()).isEqualTo(405);
    HttpReply page = ask(open, "GET", false);
    assertThat(new String(page.body(), StandardCharsets.UTF_8)).isEqualTo("figures");
    assertThat(page.headers()).containsEntry("content-type", "text/plain; version=0.0.4; charset=utf-8");
  }

  @Test
  void tooMuchAtOnceIsTold() {
    MetricsRoute busy = new MetricsRoute(true, () -> "figures", task -> {
      throw new RejectedExecutionException("planned by the test");
    });

    assertThat(ask(busy, "GET", true).status().code()).isEqualTo(503);
  }

  private static HttpReply ask(MetricsRoute route, String method, boolean local) {
    List<HttpReply> replies = new ArrayList<>();
    route.answer(new HttpCall(method, "/metrics", new HttpCall.Caller(local, null, null, false)),
        replies::add);
    assertThat(replies).hasSize(1);
    return replies.getFirst();
  }
}
