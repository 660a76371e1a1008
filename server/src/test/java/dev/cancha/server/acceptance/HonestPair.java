package dev.cancha.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Two who play match after match in a thread of their own, one over frames and one over a WebSocket, and fail of
 * anything that is not as it should be.
 */
final class HonestPair implements AutoCloseable {
  /** Each may act 30 times a second. */
  private static final int MILLIS_BETWEEN_ACTS = 25;

  private final RealServer server;
  private final Semaphore stop = new Semaphore(0);
  private final CompletableFuture<Integer> played = new CompletableFuture<>();
  private final CompletableFuture<Void> seated = new CompletableFuture<>();

  /** They sit in a room when this is done. */
  HonestPair(RealServer server) throws InterruptedException, ExecutionException, TimeoutException {
    this.server = server;
    Thread.ofPlatform().name("honest-pair").start(this::run);
    CompletableFuture.anyOf(seated, played).get(10, TimeUnit.SECONDS);
  }

  private void run() {
    try (RawClient ana = RawClient.hello(server, Line.Kind.FRAMES, "Ana");
        RawClient beto = RawClient.hello(server, Line.Kind.WEBSOCKET, "Beto")) {
      beto.join(ana.create("connectFour"));
      seated.complete(null);
      int matches = 0;
      do {
        match(ana, beto);
        matches++;
      } while (!stop.tryAcquire());
      ana.leave();
      beto.leave();
      played.complete(matches);
    } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
      played.completeExceptionally(e);
    }
  }

  private void match(RawClient ana, RawClient beto) throws IOException, InterruptedException {
    Random random = new Random(ana.rev());
    ana.ready();
    beto.ready();
    ana.untilRev(beto.rev());
    while (ana.phase().equals("playing")) {
      RawClient mover = ana.inTurn() ? ana : beto;
      mover.act(mover.anyColumn(random));
      ana.untilRev(mover.rev());
      beto.untilRev(mover.rev());
      assertThat(beto.doc()).isEqualTo(ana.doc());
      if (stop.tryAcquire(MILLIS_BETWEEN_ACTS, TimeUnit.MILLISECONDS)) {
        stop.release();
      }
    }
    assertThat(ana.doc().has("result")).isTrue();
  }

  /** Ends with the match that is on: how many were played, or what went wrong. */
  int stop() throws InterruptedException, ExecutionException, TimeoutException {
    stop.release();
    return played.get(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    stop.release();
    played.exceptionally(failure -> 0).join();
  }
}
