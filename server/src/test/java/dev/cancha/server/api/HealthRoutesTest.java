package dev.cancha.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.net.HttpCall;
import dev.cancha.server.net.HttpReply;
import dev.cancha.server.net.HttpRoute;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthRoutesTest {
  private final AtomicBoolean ready = new AtomicBoolean();
  private final List<HttpRoute> routes = HealthRoutes.all(ready::get);

  @Test
  void theServerIsHealthyBeforeItIsReady() {
    assertThat(ask("/healthz", "GET").status().code()).isEqualTo(200);
    assertThat(ask("/readyz", "GET").status().code()).isEqualTo(503);
    assertThat(body("/readyz")).isEqualTo("not ready\n");
  }

  @Test
  void readinessComesAndGoes() {
    ready.set(true);
    assertThat(body("/readyz")).isEqualTo("ok\n");
    ready.set(false);
    assertThat(body("/readyz")).isEqualTo("not ready\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "get", ""})
  void onlyLookingIsAllowed(String method) {
    HttpReply reply = ask("/healthz", method);

    assertThat(reply.status().code()).isEqualTo(405);
    assertThat(reply.headers()).containsEntry("allow", "GET, HEAD");
  }

  private String body(String path) {
    return new String(ask(path, "GET").body(), StandardCharsets.UTF_8);
  }

  private HttpReply ask(String path, String method) {
    List<HttpReply> replies = new ArrayList<>();
    routes.stream()
        .filter(route -> route.path().equals(path))
        .findFirst()
        .orElseThrow()
        .answer(new HttpCall(method, path, new HttpCall.Caller(false, null, null, false)), replies::add);
    return replies.getFirst();
  }
}
