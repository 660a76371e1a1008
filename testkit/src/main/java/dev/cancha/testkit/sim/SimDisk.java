package dev.cancha.testkit.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The disk of a machine: blocks of bytes, of which each is there whole or not at all. It survives the machine's
 * processes and its power, and nothing but bytes does. Owner: the world's thread.
 *
 * <p>A block is certain once its sync is done. One that was handed over and is not synced, or whose sync has failed,
 * lies on pages that the kernel has: whether a crash leaves it there is drawn. The next block is written over it.
 */
public final class SimDisk {
  private static final double LEFT_BY_A_CRASH = 0.5;

  private final SimWorld world;
  private final SimRandom random;
  private final List<byte[]> blocks = new ArrayList<>();
  private Duration least = Duration.ofMillis(1);
  private Duration most = Duration.ofMillis(2);
  private Duration slower = Duration.ZERO;
  private boolean stuck;
  private boolean full;
  private boolean failing;
  private boolean failsOnce;
  /** What a crash may leave. */
  private byte @Nullable [] unsynced;
  private @Nullable Sync sync;

  /** Told once, unless the process that asked has ended by then. */
  public interface Written {
    void synced();

    /** The block is not stored, as far as anyone can know. */
    void failed(String why);
  }

  /** The one that is under way. */
  private static final class Sync {
    private final byte[] block;
    private final Written written;
    /** Its time is over, and the disk is stuck. */
    private boolean held;

    private Sync(byte[] block, Written written) {
      this.block = block;
      this.written = written;
    }
  }

  SimDisk(SimWorld world, String host) {
    this.world = world;
    random = world.random(host + "/disk");
  }

  // ------------------------------------------------------------------ what it does

  /** All that is stored, oldest first. */
  public List<byte[]> blocks() {
    return Collections.unmodifiableList(blocks);
  }

  /** Writes a block and syncs it; one at a time. */
  public void write(byte[] block, Written written) {
    world.owned();
    if (sync != null) {
      throw new IllegalStateException("the disk still syncs the block before this one");
    }
    Sync begun = new Sync(block, written);
    sync = begun;
    if (full || failsOnce) {
      String why = full ? "there is no space left on the device" : "the disk refused to write";
      failsOnce = false;
      world.after(least, () -> fail(begun, why));
    } else {
      unsynced = block;
      syncLater(begun);
    }
  }

  private void syncLater(Sync begun) {
    world.after(random.between(least, most).plus(slower), () -> end(begun));
  }

  private void end(Sync over) {
    if (sync != over) {
      return; // whoever waited for it has ended
    }
    if (stuck) {
      over.held = true;
    } else if (failing) {
      fail(over, "the sync has failed");
    } else {
      blocks.add(over.block);
      unsynced = null;
      sync = null;
      over.written.synced();
    }
  }

  private void fail(Sync over, String why) {
    if (sync == over) {
      sync = null;
      over.written.failed(why);
    }
  }

  /** Its machine's process has ended. A kernel that lives on and a disk without power keep what they happen to have. */
  void crash() {
    sync = null;
    if (unsynced != null && random.chance(LEFT_BY_A_CRASH)) {
      blocks.add(unsynced);
    }
    unsynced = null;
  }

  // ------------------------------------------------------------------ what is wrong with it

  /** How long a sync takes, drawn for each. */
  public void takes(Duration shortest, Duration longest) {
    least = shortest;
    most = longest;
  }

  /** Whether it takes no time at all, and so nothing around it should. */
  public boolean isInstant() {
    return most.isZero();
  }

  /** Each sync takes so much longer; zero ends it. */
  public void slower(Duration by) {
    slower = by;
  }

  /** Syncs do not come to an end, until this is over. */
  public void stuck(boolean on) {
    stuck = on;
    Sync held = sync;
    if (!on && held != null && held.held) {
      held.held = false;
      syncLater(held);
    }
  }

  /** Syncs fail. What was written may be there after a crash all the same. */
  public void failing(boolean on) {
    failing = on;
  }

  /** Nothing more can be written. */
  public void full(boolean on) {
    full = on;
  }

  /** The next block cannot be written. */
  public void failNextWrite() {
    failsOnce = true;
  }
}
