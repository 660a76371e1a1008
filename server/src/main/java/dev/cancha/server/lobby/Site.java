package dev.cancha.server.lobby;

import dev.cancha.server.foreign.ForeignLoop;
import dev.cancha.server.foreign.GivenUp;
import dev.cancha.server.host.RoomHost;
import dev.cancha.server.host.RoomPorts;
import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a room is opened: on the loop of who opens it, or on one of its foreign game's. Any thread. */
record Site(EventLoop loop, @Nullable ForeignLoop foreign) {
  private static final Logger LOG = LoggerFactory.getLogger(Site.class);

  static Site of(EventLoop loop) {
    return new Site(loop, null);
  }

  static Site of(ForeignLoop foreign) {
    return new Site(foreign.loop(), foreign);
  }

  /**
   * Runs {@code task} on the loop, at once where that is this one. On a foreign loop that is given up it is not done;
   * then whoever waits for it is told so by that. What a foreign game's code throws leads to {@code broken}.
   */
  void execute(Runnable task, Runnable broken) {
    if (foreign != null) {
      foreign.visit(blamed -> {
        // who waits is told by the loss of the loop
      }, () -> attempt(task, broken));
    } else if (loop.inEventLoop()) {
      task.run();
    } else {
      loop.execute(task);
    }
  }

  private static void attempt(Runnable task, Runnable broken) {
    try {
      task.run();
    } catch (GivenUp gone) {
      throw gone;
    } catch (Throwable thrown) {
      LOG.error("a game's code failed before a room of it was open", thrown);
      broken.run();
    }
  }

  /** Does on {@code caller}, the loop of who waits, what the task has led to. */
  void answer(EventLoop caller, Runnable answer) {
    if (foreign != null) {
      foreign.outward(() -> caller.execute(answer));
    } else {
      answer.run();
    }
  }

  RoomHost open(RoomHost.Opening opening, RoomPorts ports) {
    return foreign != null ? new RoomHost(opening, foreign, ports) : new RoomHost(opening, loop, ports);
  }
}
