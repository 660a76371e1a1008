package dev.cancha.server.acceptance;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends the same bytes on a connection again and again, in a thread of its own, until nobody takes them any more. */
final class Drip implements AutoCloseable {
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CompletableFuture<Void> refused = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  Drip(Hell hell, byte[] bytes, int pauseMillis) {
    Thread.ofPlatform().name("drip").start(() -> {
      try {
        while (!stop.await(pauseMillis, TimeUnit.MILLISECONDS)) {
          if (!hell.send(bytes)) {
            refused.complete(null);
            return;
          }
        }
      } catch (InterruptedException e) {
        refused.completeExceptionally(e);
      } finally {
        ended.complete(null);
      }
    });
  }

  /** Waits until the server has closed, not only said that it would. */
  void untilRefused() throws InterruptedException, ExecutionException, TimeoutException {
    refused.get(5, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    stop.countDown();
    ended.join();
  }
}
