package dev.cancha.testkit.store;

import dev.cancha.server.journal.Journal;
import dev.cancha.server.journal.Journal.Entry;
import dev.cancha.server.journal.Journal.Log;
import dev.cancha.server.journal.Journal.Receipt;
import dev.cancha.testkit.sim.SimWorld;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Watches a journal for the moment at which its process is to end: a crash between two steps of what belongs together
 * shows what a crash at a random time hardly ever does. Owner: the world's thread.
 */
public final class CrashPoints {
  /** All that becomes ready at an instant is done before the clock moves on by this. */
  private static final Duration NEXT_INSTANT = Duration.ofNanos(1);

  private final SimWorld world;
  private @Nullable Moment armed;
  private @Nullable Runnable crash;

  /** Where it hits, in the order in which an input passes them. */
  public enum Moment {
    /** Wherever everyone happens to be. */
    AT_ONCE,
    /** The next input is decided, and nobody but its room knows. */
    BEFORE_APPEND,
    /** It waits for the disk. */
    BEFORE_SYNC,
    /** It is stored, and its room does not know yet. */
    AFTER_SYNC,
    /** All members have been sent it, and nobody has read it. */
    AFTER_PUBLISH;

    /** Such as {@code before append}. */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  public CrashPoints(SimWorld world) {
    this.world = world;
  }

  /** {@code then} is run once, when {@code moment} has come. */
  public void arm(Moment moment, Runnable then) {
    if (moment == Moment.AT_ONCE) {
      then.run();
    } else {
      armed = moment;
      crash = then;
    }
  }

  /** It is not to happen any more. */
  public void disarm() {
    armed = null;
    crash = null;
  }

  public boolean isArmed() {
    return armed != null;
  }

  private void hit() {
    Runnable then = crash;
    disarm();
    if (then != null) {
      then.run();
    }
  }

  /** {@code journal} with these points on the way to it and back. */
  public Journal around(Journal journal) {
    return new ForwardedJournal(journal) {
      @Override
      protected Log forwarded(String room, Log log) {
        return new Watched(log);
      }
    };
  }

  private final class Watched extends ForwardedLog {
    private Watched(Log log) {
      super(log);
    }

    @Override
    protected Entry forwarded(Entry entry) {
      if (armed == Moment.BEFORE_APPEND) {
        hit();
      } else if (armed == Moment.BEFORE_SYNC) {
        world.after(Duration.ZERO, CrashPoints.this::hit); // the thread that writes takes longer to wake up
      }
      return entry;
    }

    @Override
    protected Receipt forwarded(Entry entry, Receipt receipt) {
      return new Receipt() {
        @Override
        public void durable() {
          if (armed == Moment.AFTER_SYNC) {
            hit();
            return;
          }
          receipt.durable();
          if (armed == Moment.AFTER_PUBLISH) {
            world.after(NEXT_INSTANT, CrashPoints.this::hit);
          }
        }

        @Override
        public void failed(Throwable cause) {
          receipt.failed(cause);
        }
      };
    }
  }
}
