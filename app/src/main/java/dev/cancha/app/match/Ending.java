package dev.cancha.app.match;

import dev.cancha.common.CompositionRoot;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What is done when the process is asked to stop: the league is stopped, and its table so far is waited for. */
@CompositionRoot("holds the end of the process up until the command has told what there is")
final class Ending implements Runnable {
  private static final long MOST_SECONDS = 20;

  private final League league;
  private final CountDownLatch told = new CountDownLatch(1);

  Ending(League league) {
    this.league = league;
  }

  @Override
  public void run() {
    league.stop();
    try {
      told.await(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All is told. */
  void over() {
    told.countDown();
  }
}
