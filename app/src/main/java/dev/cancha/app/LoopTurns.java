package dev.cancha.app;

import dev.cancha.server.journal.sqlite.Turns;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;

/** The turns of event loops: all that one of them has read at once, and what that led to. Any thread may use it. */
final class LoopTurns implements Turns {
  private final FastThreadLocal<Turn> here = new FastThreadLocal<>();

  /** What one loop does at the end of its turn. Owner: that loop. */
  private static final class Turn {
    private final SingleThreadEventLoop loop;
    private final Set<Runnable> asked = new HashSet<>();

    Turn(SingleThreadEventLoop loop) {
      this.loop = loop;
    }

    void atEnd(Runnable task) {
      if (asked.add(task)) {
        try {
          loop.executeAfterEventLoopIteration(() -> run(task));
        } catch (RejectedExecutionException e) {
          run(task); // the loop's last turn is over
        }
      }
    }

    private void run(Runnable task) {
      asked.remove(task);
      task.run();
    }
  }

  /** From now on, for what each of {@code loops} does. */
  void watch(EventLoopGroup loops) {
    for (EventExecutor each : loops) {
      if (each instanceof SingleThreadEventLoop loop) {
        loop.execute(() -> here.set(new Turn(loop)));
      }
    }
  }

  @Override
  public void atEnd(Runnable task) {
    Turn turn = here.getIfExists();
    if (turn == null) {
      task.run();
    } else {
      turn.atEnd(task);
    }
  }
}
