package dev.cancha.app.join;

import dev.cancha.common.CompositionRoot;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Runs a conversation on the thread that calls: what is typed is read by a thread of its own, since reading cannot be
 * interrupted, and what the server says comes from the client's.
 */
@CompositionRoot("the thread of the command waits here for whatever comes next, typed or received")
final class Talk {
  private static final long GOODBYE_SECONDS = 2;

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);

  void post(Event event) {
    events.add(event);
  }

  /** Reads {@code in} to its end, on a thread that does not keep the process alive. */
  void listen(BufferedReader in) {
    Thread.ofPlatform().name("cancha-input").daemon().start(() -> read(in));
  }

  private void read(BufferedReader in) {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        post(new Event.Line(line));
      }
    } catch (IOException e) {
      // an input that cannot be read any more has ended
    }
    post(new Event.End());
  }

  /** Hands {@code mode} its events until it is over; gives the exit code. */
  int run(LineMode mode) {
    try {
      while (mode.exit().isEmpty()) {
        mode.on(events.take());
      }
      return mode.exit().getAsInt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } finally {
      over.countDown();
    }
  }

  /** Asks the conversation to end, and waits a moment for it: for when the process is told to stop. */
  void stop() {
    post(new Event.Stop());
    try {
      boolean ended = over.await(GOODBYE_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        post(new Event.Stop());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
