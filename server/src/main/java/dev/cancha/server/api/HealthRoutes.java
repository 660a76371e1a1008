package dev.cancha.server.api;

import dev.cancha.server.net.HttpCall;
import dev.cancha.server.net.HttpReply;
import dev.cancha.server.net.HttpRoute;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Whether the server lives, and whether it is ready to be played on. For load balancers, supervisors and people. */
public final class HealthRoutes {
  private HealthRoutes() {}

  /**
   * Both routes.
   *
   * @param ready whether the rooms are back and the server takes players; asked on any event loop
   */
  public static List<HttpRoute> all(BooleanSupplier ready) {
    return List.of(new Probe("/healthz", () -> true), new Probe("/readyz", ready));
  }

  private record Probe(String path, BooleanSupplier healthy) implements HttpRoute {
    @Override
    public void answer(HttpCall call, Consumer<HttpReply> answer) {
      answer.accept(switch (call.method()) {
        case "GET", "HEAD" -> healthy.getAsBoolean() ? HttpReply.text(HttpResponseStatus.OK, "ok")
            : HttpReply.text(HttpResponseStatus.SERVICE_UNAVAILABLE, "not ready");
        default -> HttpReply.ONLY_LOOKING;
      });
    }
  }
}
