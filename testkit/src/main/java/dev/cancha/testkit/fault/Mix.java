package dev.cancha.testkit.fault;

import dev.cancha.common.wire.Framing;
import dev.cancha.testkit.sim.LinkConditions;
import java.time.Duration;
import java.util.List;

/**
 * What a run is made of before anything goes wrong: how long, on how many loops, over which network, who plays. Each
 * seed has its own: the mix matters more than the number of seeds.
 *
 * @param seconds of the phase with faults, 1 to 600
 * @param loops of the server, 1 to 4
 * @param network between every client and the server
 * @param disk of the server
 * @param framings what clients speak, in order of creation, over and over; at least one
 * @param workloads the names of what is played; one that stands here twice is played twice
 */
public record Mix(int seconds, int loops, Network network, DiskClass disk, List<Framing> framings,
    List<String> workloads) {
  public Mix {
    framings = List.copyOf(framings);
    workloads = List.copyOf(workloads);
    check("seconds", seconds, 1, 600);
    check("loops", loops, 1, 4);
    check("framings", framings.size(), 1, 8);
    check("workloads", workloads.size(), 0, 32);
  }

  /**
   * One direction of a connection; both are alike.
   *
   * @param latencyMillis of every byte, 0 to 5,000
   * @param jitterMillis up to so much more, drawn for each piece; the order stays; 0 to 5,000
   * @param segmentBytes the largest piece that arrives at once; 1 to 7 is the worst
   * @param coalescePercent how often a read goes on into the next piece that has arrived, 0 to 100
   * @param windowBytes under way or not read yet, before a writer has to wait; 1 to 16 MiB
   */
  public record Network(int latencyMillis, int jitterMillis, int segmentBytes, int coalescePercent,
      int windowBytes) {
    /** The largest piece: whatever is written arrives whole. */
    public static final int WHOLE = 65_536;
    /** A window that nobody fills. */
    public static final int WIDE = 1_048_576;

    public Network {
      check("latency", latencyMillis, 0, 5_000);
      check("jitter", jitterMillis, 0, 5_000);
      check("segment", segmentBytes, 1, WHOLE);
      check("coalesce", coalescePercent, 0, 100);
      check("window", windowBytes, 1, 16 * WIDE);
    }

    /** One millisecond, whole segments, no jitter. */
    public static Network plain() {
      return new Network(1, 0, WHOLE, 100, WIDE);
    }

    /**
     * The same network on a good day: no narrower and no farther than that whoever fell behind catches up. Pieces stay
     * as small as they are.
     */
    public Network healthy() {
      return new Network(Math.min(latencyMillis, 100), Math.min(jitterMillis, 100), segmentBytes,
          coalescePercent,
          Math.max(windowBytes, 65_536));
    }

    /** The same for the simulated network. */
    public LinkConditions conditions() {
      return new LinkConditions(Duration.ofMillis(latencyMillis), Duration.ofMillis(jitterMillis),
          Duration.ZERO,
          segmentBytes, coalescePercent / 100.0, windowBytes);
    }
  }

  /** What the client that was created as the {@code index}th speaks. */
  public Framing framing(int index) {
    return framings.get(index % framings.size());
  }

  Mix withSeconds(int other) {
    return new Mix(other, loops, network, disk, framings, workloads);
  }

  Mix withLoops(int other) {
    return new Mix(seconds, other, network, disk, framings, workloads);
  }

  Mix withNetwork(Network other) {
    return new Mix(seconds, loops, other, disk, framings, workloads);
  }

  Mix withFramings(List<Framing> other) {
    return new Mix(seconds, loops, network, disk, other, workloads);
  }

  /** The same with another disk. */
  public Mix withDisk(DiskClass other) {
    return new Mix(seconds, loops, network, other, framings, workloads);
  }

  /** The same with other workloads. */
  public Mix withWorkloads(List<String> other) {
    return new Mix(seconds, loops, network, disk, framings, other);
  }

  @Override
  public String toString() {
    return MixText.print(this);
  }

  static void check(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + " of a mix is " + value + ", not " + least + " to " + most);
    }
  }
}
