package dev.cancha.server.foreign;

import io.netty.channel.EventLoop;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Executor;

/**
 * What the root gives for foreign games.
 *
 * @param games their ids; rooms of all others live where they always did
 * @param loops makes the event loops that their rooms live on
 * @param cpu what a thread has cost
 * @param bots what bots think on that play these games
 */
public record ForeignPorts(SortedSet<String> games, Loops loops, CpuClock cpu, Bots bots) {
  public ForeignPorts {
    games = Collections.unmodifiableSortedSet(new TreeSet<>(games));
  }

  /** Where no game came from outside. */
  public static ForeignPorts none() {
    return new ForeignPorts(new TreeSet<>(), new Loops() {
      @Override
      public EventLoop open(String game) {
        throw new IllegalStateException("no game came from outside");
      }

      @Override
      public void giveUp(EventLoop loop) {
        // there is none
      }
    }, () -> 0, game -> Runnable::run);
  }

  /** Makes event loops. Any thread may call it. */
  public interface Loops {
    /** A new loop with a thread of its own, for rooms of {@code game}. */
    EventLoop open(String game);

    /** Nothing is expected of {@code loop} any more: ends its thread, if that can still be done. Must not wait. */
    void giveUp(EventLoop loop);
  }

  /** Where bots think. Any thread may ask. */
  @FunctionalInterface
  public interface Bots {
    /** For those that play {@code game}; one that never comes to an end must not hold up any other game's. */
    Executor of(String game);
  }
}
