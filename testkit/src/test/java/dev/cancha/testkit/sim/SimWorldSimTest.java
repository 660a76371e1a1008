package dev.cancha.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clock, the loops, and what the world refuses. */
class SimWorldSimTest {
  private final SimWorld world = new SimWorld(1);
  private final List<String> done = new ArrayList<>();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void timeIsWhatHappensInIt() {
    Instant before = world.wallClock().instant();
    world.after(Duration.ofHours(2), () -> done.add("two hours"));
    world.after(Duration.ofHours(1), () -> done.add("one hour"));
    world.after(Duration.ofHours(1), () -> done.add("and one more"));
    world.advance(Duration.ofMinutes(90));
    assertThat(done).containsExactly("one hour", "and one more");
    assertThat(world.elapsed()).isEqualTo(Duration.ofMinutes(90));
    assertThat(world.wallClock().instant()).isEqualTo(before.plus(Duration.ofMinutes(90)));
    assertThat(world.step()).isTrue();
    assertThat(world.elapsed()).isEqualTo(Duration.ofHours(2));
    assertThat(world.step()).isTrue();
    assertThat(world.step()).isFalse();
  }

  @Test
  void timersOfALoopRingInTimeAndCanBeCancelled() {
    EventLoop loop = world.process("p", 1).loops().next();
    loop.schedule(() -> done.add("200"), 200, TimeUnit.MILLISECONDS);
    ScheduledFuture<?> cancelled = loop.schedule(() -> done.add("never"), 150, TimeUnit.MILLISECONDS);
    ScheduledFuture<?> repeated = loop.scheduleAtFixedRate(() -> done.add("every 60"), 60, 60,
        TimeUnit.MILLISECONDS);
    loop.execute(() -> loop.schedule(() -> done.add("10"), 10, TimeUnit.MILLISECONDS));
    cancelled.cancel(false);
    world.advance(Duration.ofMillis(190));
    repeated.cancel(false);
    world.advance(Duration.ofMillis(190));
    assertThat(done).containsExactly("10", "every 60", "every 60", "every 60", "200");
    assertThat(world.leftovers()).isEmpty();
  }

  @Test
  void toBeInALoopIsToRunAsOneOfItsTasks() {
    SimLoopGroup loops = world.process("p", 2).loops();
    EventLoop one = loops.next();
    EventLoop other = loops.next();
    one.execute(() -> {
      done.add("one " + one.inEventLoop() + " other " + other.inEventLoop());
      other.execute(() -> done.add("one " + one.inEventLoop() + " other " + other.inEventLoop()));
    });
    assertThat(one.inEventLoop()).isFalse();
    world.advance(Duration.ZERO);
    assertThat(done).containsExactly("one true other false", "one false other true");
    assertThat(loops.next()).isSameAs(one);
    assertThat(one.ticker().nanoTime()).isEqualTo(loops.ticker().nanoTime()).isEqualTo(world.nanoTime());
  }

  @Test
  void theOrderOfLoopsIsDrawnFromTheSeedAndThatOfTasksIsKept() {
    List<List<String>> orders = new ArrayList<>();
    for (long seed = 0; seed < 8; seed++) {
      try (SimWorld drawn = new SimWorld(seed)) {
        List<String> order = new ArrayList<>();
        SimLoopGroup loops = drawn.process("p", 2).loops();
        for (String name : List.of("a", "b")) {
          EventLoop loop = loops.next();
          loop.execute(() -> order.add(name + 1));
          loop.execute(() -> order.add(name + 2));
        }
        drawn.advance(Duration.ZERO);
        orders.add(order);
        assertThat(order).containsSubsequence("a1", "a2").containsSubsequence("b1", "b2");
      }
    }
    assertThat(orders.stream().distinct().count()).isGreaterThan(2);
  }

  @Test
  void whatATaskThrowsEndsTheRun() {
    EventLoop loop = world.process("p", 1).loops().next();
    IllegalStateException bug = new IllegalStateException("a bug");
    loop.execute(() -> {
      throw bug;
    });
    assertThatThrownBy(() -> world.advance(Duration.ofSeconds(1))).isInstanceOf(SimFailure.class)
        .hasCause(bug)
        .hasMessageContaining("seed 1");
    assertThat(world.failures()).containsExactly(bug);
  }

  @Test
  void waitingForWhatNeverHappensFails() {
    assertThatThrownBy(() -> world.await(new CompletableFuture<>(), Duration.ofSeconds(3)))
        .isInstanceOf(SimFailure.class)
        .hasMessageContaining("PT3S");
    assertThat(world.elapsed()).isEqualTo(Duration.ofSeconds(3));
    assertThatThrownBy(
        () -> world.await(CompletableFuture.failedFuture(new IllegalArgumentException()), Duration.ZERO))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IllegalArgumentException.class);
    assertThat(world.await(CompletableFuture.completedFuture("here"), Duration.ZERO)).isEqualTo("here");
  }

  @Test
  void aLoopWithoutEndIsFound() {
    EventLoop loop = world.process("p", 1).loops().next();
    loop.execute(new Runnable() {
      @Override
      public void run() {
        loop.execute(this);
      }
    });
    assertThatThrownBy(() -> world.advance(Duration.ofSeconds(1))).isInstanceOf(SimFailure.class)
        .hasMessageContaining("time stands still");
  }

  @Test
  void foreignThreadsAreRefused() throws InterruptedException {
    EventLoop loop = world.process("p", 1).loops().next();
    List<Throwable> thrown = new ArrayList<>();
    for (Runnable call : List.<Runnable>of(world::step, () -> loop.execute(() -> {}))) {
      Thread stranger = new Thread(call, "stranger");
      stranger.setUncaughtExceptionHandler((thread, e) -> thrown.add(e));
      stranger.start();
      stranger.join();
    }
    assertThat(thrown).hasSize(2).allSatisfy(e -> assertThat(e).hasMessageContaining("stranger"));
    assertThatThrownBy(() -> world.sleep(1, TimeUnit.SECONDS))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void whatIsLeftIsTold() {
    SimProcess process = world.process("p", 1);
    EventLoop loop = process.loops().next();
    loop.schedule(() -> {}, 5, TimeUnit.SECONDS);
    world.advance(Duration.ofSeconds(1));
    loop.execute(() -> {});
    process.allocator().buffer(100);
    process.executor("slow", new SimExecutor.Delays(Duration.ofSeconds(9), Duration.ofSeconds(9), 1))
        .execute(() -> {});
    assertThat(world.leftovers()).containsExactly("p-0: 1 tasks", "p-0: a timer that rings in 4000 ms",
        "p: 1 tasks of an executor", "p: 100 bytes of buffers");
  }

  @Test
  void anExecutorsTasksTakeTimeAndTooManyAreRejected() {
    SimProcess process = world.process("p", 1);
    SimExecutor executor = process.executor("work",
        new SimExecutor.Delays(Duration.ofMillis(10), Duration.ofMillis(100), 20));
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int number = i;
      executor.execute(() -> order.add(number));
    }
    assertThatThrownBy(() -> executor.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    world.advance(Duration.ofMillis(9));
    assertThat(order).isEmpty();
    world.advance(Duration.ofMillis(91));
    assertThat(order).hasSize(20).isNotEqualTo(order.stream().sorted().toList());
    assertThat(executor.pending()).isZero();
  }

  @Test
  void aLoopThatIsShutDownEndsItsTimersAndTakesNothingMore() {
    SimProcess process = world.process("p", 2);
    EventLoop loop = process.loops().next();
    loop.schedule(() -> done.add("never"), 1, TimeUnit.SECONDS);
    process.loops().shutdownGracefully().addListener(end -> done.add("end"));
    assertThat(process.loops().isShuttingDown()).isTrue();
    world.advance(Duration.ofMinutes(1));
    assertThat(done).containsExactly("end");
    assertThat(process.loops().isTerminated()).isTrue();
    assertThatThrownBy(() -> loop.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    assertThat(world.leftovers()).isEmpty();
  }
}
