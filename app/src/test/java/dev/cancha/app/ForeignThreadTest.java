package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ForeignThreadTest {
  private static final int PATIENCE_SECONDS = 30;

  private final Logger logger = (Logger) LoggerFactory.getLogger(ForeignThread.class);

  @BeforeEach
  void theLogIsNotFilledWithWhatIsMeant() {
    logger.setLevel(Level.OFF);
  }

  @AfterEach
  void again() {
    logger.setLevel(null);
  }

  private static CountDownLatch hang(ForeignThread bots) throws InterruptedException {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    bots.execute(() -> {
      began.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        ended.countDown();
      }
    });
    assertThat(began.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return ended;
  }

  @Test
  void oneThatDoesNotComeToAnEndIsInterruptedAndTheOthersThinkOnAnotherThread() throws Exception {
    ForeignThread bots = new ForeignThread("sticks", new ForeignThread.Terms("bots", Duration.ZERO, 10, 1));
    CountDownLatch ended = hang(bots);
    CompletableFuture<Boolean> other = new CompletableFuture<>();

    bots.execute(() -> other.complete(true));

    assertThat(other.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    bots.stop();
  }

  @Test
  void whereNoMoreThreadsMayBeGivenUpTheOthersWait() throws Exception {
    ForeignThread bots = new ForeignThread("sticks", new ForeignThread.Terms("bots", Duration.ZERO, 10, 0));
    CountDownLatch ended = hang(bots);
    CompletableFuture<Boolean> other = new CompletableFuture<>();

    bots.execute(() -> other.complete(true));

    assertThat(ended.getCount()).isEqualTo(1);
    assertThat(other).isNotDone();
    bots.stop();
    assertThat(ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }
}
