package dev.cancha.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.api.HealthRoutes;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpChannelTest {
  private final AtomicBoolean ready = new AtomicBoolean();
  private final Wire wire = Wire.open(NetLimits.standard(),
      HealthRoutes.all(ready::get).toArray(HttpRoute[]::new));

  @AfterEach
  void nothingIsLeft() {
    wire.end();
  }

  @Test
  void healthIsToldAsSoonAsThePortAccepts() {
    assertThat(get("/healthz")).startsWith("HTTP/1.1 200 OK\r\n")
        .contains("content-type: text/plain")
        .endsWith("\r\n\r\nok\n");
  }

  @Test
  void readinessIsToldAsItIsNow() {
    assertThat(get("/readyz")).startsWith("HTTP/1.1 503 ");
    ready.set(true);
    assertThat(get("/readyz?probe=1")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void headIsAnsweredWithoutABodyAndOtherMethodsAreNot() {
    wire.send("HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    assertThat(wire.received()).startsWith("HTTP/1.1 200 ")
        .contains("content-length: 3")
        .endsWith("\r\n\r\n");

    wire.send("DELETE /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    assertThat(wire.received()).startsWith("HTTP/1.1 405 ").contains("allow: GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nothing", "/healthz/", "/ws/x", "//", "/%2e%2e/etc/passwd", "*"})
  void unknownPathsAreNotFound(String path) {
    assertThat(get(path)).startsWith("HTTP/1.1 404 Not Found\r\n").doesNotContain("passwd");
    assertThat(wire.isOpen()).isTrue();
  }

  @Test
  void requestsInOneReadAreAnsweredInOrder() {
    wire.send(
        "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /none HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(wire.received()).containsSubsequence("200 OK", "404 Not Found");
    assertThat(wire.isOpen()).isFalse();
  }

  @Test
  void anAnswerMayComeLaterAndThoseBehindItWait() {
    List<Consumer<HttpReply>> waiting = new ArrayList<>();
    Wire slow = slow(waiting);
    for (String path : List.of("/slow/1", "/none", "/slow/2")) {
      slow.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    assertThat(slow.received()).isEmpty();
    assertThat(slow.channel.config().isAutoRead()).as("reads on").isFalse();

    waiting.removeFirst().accept(HttpReply.text(HttpResponseStatus.OK, "first"));
    assertThat(slow.received()).containsSubsequence("200 OK", "first", "404 Not Found")
        .doesNotContain("second");
    waiting.removeFirst().accept(HttpReply.text(HttpResponseStatus.OK, "second"));
    assertThat(slow.received()).startsWith("HTTP/1.1 200 OK").endsWith("second\n");
    assertThat(slow.channel.config().isAutoRead()).isTrue();

    slow.send("GET /slow/3 HTTP/1.1\r\nHost: x\r\n\r\n");
    assertThat(slow.after(10_000).received()).startsWith("HTTP/1.1 503 ");
    waiting.removeFirst().accept(HttpReply.text(HttpResponseStatus.OK, "too late"));
    assertThat(slow.received()).isEmpty();
    slow.end();
  }

  /** One whose answers below {@code /slow/} come when the test gives them. */
  private static Wire slow(List<Consumer<HttpReply>> waiting) {
    return Wire.open(NetLimits.standard(), new HttpRoute() {
      @Override
      public String path() {
        return "/slow/";
      }

      @Override
      public void answer(HttpCall call, Consumer<HttpReply> answer) {
        waiting.add(answer);
      }
    });
  }

  @Test
  void anAnswerHasItsTimeHoweverLongTheClientWasSilentBefore() {
    List<Consumer<HttpReply>> waiting = new ArrayList<>();
    Wire slow = slow(waiting);
    slow.after(9_000).send("GET /slow/1 HTTP/1.1\r\nHost: x\r\n\r\n").after(9_000);
    assertThat(slow.received()).isEmpty();
    waiting.removeFirst().accept(HttpReply.text(HttpResponseStatus.OK, "first"));
    assertThat(slow.received()).startsWith("HTTP/1.1 200 OK");

    slow.after(9_999).send("GET /slow/2 HTTP/1.1\r\nHost: x\r\n\r\n").after(9_999);
    assertThat(slow.received()).isEmpty();
    assertThat(slow.after(1).received()).startsWith("HTTP/1.1 503 ");
    slow.end();
  }

  @Test
  void whoAsksAndAsksWithoutReadingIsClosed() {
    Wire slow = Wire.open(NetLimits.standard(), new HttpRoute() {
      @Override
      public String path() {
        return "/slow";
      }

      @Override
      public void answer(HttpCall call, Consumer<HttpReply> answer) {
        // later
      }
    });
    slow.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n".repeat(66));
    assertThat(slow.isOpen()).isFalse();
    slow.end();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET\r\n\r\n", "GET / HTTQ/1.1\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n",
    "nonsense\r\n\r\n"})
  void whatIsNotARequestIsBad(String bytes) {
    wire.send(bytes);

    assertThat(wire.received()).startsWith("HTTP/1.1 400 Bad Request\r\n").contains("connection: close");
    assertThat(wire.after(1_000).isOpen()).isFalse();
  }

  @Test
  void endlessHeadersAreTooLarge() {
    wire.send("GET / HTTP/1.1\r\n");
    for (int i = 0; i < 200; i++) {
      wire.send("x" + i + ": " + "y".repeat(100) + "\r\n");
    }

    assertThat(wire.received()).startsWith("HTTP/1.1 431 ");
    assertThat(wire.after(1_000).isOpen()).isFalse();
  }

  @Test
  void anEndlessRequestLineIsTooLarge() {
    wire.send("GET /");
    for (int i = 0; i < 200; i++) {
      wire.send("y".repeat(100));
    }

    assertThat(wire.received()).startsWith("HTTP/1.1 431 ");
  }

  @Test
  void aLargeBodyIsRefused() {
    wire.send("POST /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n" + "x".repeat(20_000));

    assertThat(wire.received()).startsWith("HTTP/1.1 413 ");
  }

  @Test
  void aRequestThatIsNotCompleteInTenSecondsIsTimedOut() {
    wire.send("GET / HTTP/1.1\r\n").after(5_000).send("x: y\r\n").after(4_999);
    assertThat(wire.received()).isEmpty();

    wire.after(1);

    assertThat(wire.received()).startsWith("HTTP/1.1 408 ");
    assertThat(wire.after(1_000).isOpen()).isFalse();
    assertThat(wire.hasSession()).isFalse();
  }

  @Test
  void aConnectionThatIsKeptAliveIsClosedTenSecondsAfterItsLastAnswer() {
    wire.after(6_000);
    get("/healthz");
    wire.after(9_999);
    get("/healthz");
    assertThat(wire.after(9_999).isOpen()).isTrue();

    wire.after(1).after(1_000);

    assertThat(wire.isOpen()).isFalse();
  }

  @Test
  void whoReadsNoAnswersIsNotReadAnyFurther() {
    wire.channel.pipeline().fireChannelWritabilityChanged();
    assertThat(wire.channel.config().isAutoRead()).isTrue();
    get("/healthz");
    wire.channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
    wire.channel.runPendingTasks();
    assertThat(wire.channel.config().isAutoRead()).isFalse();

    wire.channel.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
    wire.channel.runPendingTasks();
    assertThat(wire.channel.config().isAutoRead()).isTrue();
  }

  private String get(String path) {
    wire.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
    return wire.received();
  }
}
