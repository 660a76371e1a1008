package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTurnsTest {
  private final LoopTurns turns = new LoopTurns();
  private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final EventLoop loop = loops.next();
  /** What happened until a turn was over. */
  private final BlockingQueue<List<String>> over = new LinkedBlockingQueue<>();
  private final List<String> acts = new ArrayList<>();
  private final Runnable end = this::end;

  @AfterEach
  void stop() {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  @Test
  void allThatALoopHasAtHandIsOneTurn() throws InterruptedException {
    turns.watch(loops);
    for (int turn = 0; turn < 2; turn++) {
      loop.execute(() -> {
        loop.execute(() -> act("second"));
        act("first");
      });
      assertThat(over.take()).containsExactly("first", "second");
    }
    assertThat(over).isEmpty();
  }

  @Test
  void aThreadThatIsNoLoopHasNoTurns() {
    turns.watch(loops);
    act("first");
    act("second");
    assertThat(over).containsExactly(List.of("first"), List.of("second"));
  }

  @Test
  void aLoopThatIsNotWatchedHasNone() {
    loop.submit(() -> {
      act("first");
      act("second");
    }).awaitUninterruptibly();
    assertThat(over).containsExactly(List.of("first"), List.of("second"));
  }

  private void end() {
    over.add(List.copyOf(acts));
    acts.clear();
  }

  private void act(String what) {
    acts.add(what);
    turns.atEnd(end);
  }
}
