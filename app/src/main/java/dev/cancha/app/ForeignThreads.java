package dev.cancha.app;

import dev.cancha.common.CompositionRoot;
import dev.cancha.server.foreign.ForeignPorts;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Threads for games that came from jars: an event loop without sockets for rooms, and one thread for each game's bots
 * and one for its matches that are played again. All are daemons, since one that hangs cannot be ended, and must not
 * hold up the end of the process. Any thread.
 */
@CompositionRoot("makes the threads of foreign games, and interrupts those that hang")
final class ForeignThreads implements ForeignPorts.Loops, ForeignPorts.Bots {
  private final Map<EventLoop, AtomicReference<Thread>> loops = new ConcurrentHashMap<>();
  private final Map<String, ForeignThread> bots = new ConcurrentHashMap<>();
  private final Map<String, ForeignThread> plays = new ConcurrentHashMap<>();
  private final ForeignThread.Terms botTerms;
  private final ForeignThread.Terms playTerms;

  ForeignThreads(ForeignThread.Terms botTerms, ForeignThread.Terms playTerms) {
    this.botTerms = botTerms;
    this.playTerms = playTerms;
  }

  @Override
  public EventLoop open(String game) {
    AtomicReference<Thread> thread = new AtomicReference<>();
    EventLoop loop = new DefaultEventLoop(task -> {
      Thread made = Thread.ofPlatform().daemon().name("cancha-game-" + game).unstarted(task);
      thread.set(made);
      return made;
    });
    loops.put(loop, thread);
    return loop;
  }

  @Override
  public void giveUp(EventLoop loop) {
    AtomicReference<Thread> its = loops.remove(loop);
    Thread thread = its == null ? null : its.get();
    if (thread != null) {
      thread.interrupt(); // code that waits for something comes back by this; code that computes does not
    }
    loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
  }

  @Override
  public Executor of(String game) {
    return bots.computeIfAbsent(game, its -> new ForeignThread(its, botTerms));
  }

  /** What plays matches of {@code game} again. */
  Executor plays(String game) {
    return plays.computeIfAbsent(game, its -> new ForeignThread(its, playTerms));
  }

  /** Ends all, at the latest after {@code mostMillis}. */
  void stop(long mostMillis) {
    bots.values().forEach(ForeignThread::stop);
    plays.values().forEach(ForeignThread::stop);
    loops.keySet().forEach(loop -> loop.shutdownGracefully(0, mostMillis, TimeUnit.MILLISECONDS));
    loops.keySet().forEach(loop -> loop.terminationFuture().awaitUninterruptibly(mostMillis));
  }
}
