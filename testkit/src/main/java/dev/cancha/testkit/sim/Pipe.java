package dev.cancha.testkit.sim;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a connection: bytes that are on their way, and bytes that have arrived and were not read yet.
 * Together they fill the window. Owner: the world's thread.
 */
final class Pipe {
  private static final long NEVER = Long.MAX_VALUE;
  /** After so long Linux gives up a caller whose last word of the handshake never came. */
  private static final long HANDSHAKE_NANOS = 63_000_000_000L;
  /** After so long without an answer Linux gives a connection up. */
  static final long GIVE_UP_NANOS = 924_000_000_000L;

  private final SimWorld world;
  private final Link link;
  private final SimRandom random;
  private final Bytes bytes = new Bytes();
  private final Segments segments = new Segments();
  private final Runnable arrive = this::arrive;
  private @Nullable Pipe back;
  private @Nullable SimSocket to;
  /** Written, and not cut into segments yet. */
  private int unpushed;
  private int arrivedBytes;
  private long lastArrival;
  private long armedAt = NEVER;
  private long blockedUntil;
  private boolean announcing;
  private boolean ended;

  Pipe(SimWorld world, Link link, SimRandom random) {
    this.world = world;
    this.link = link;
    this.random = random;
  }

  void join(Pipe other) {
    back = other;
  }

  void leadsTo(SimSocket socket) {
    to = socket;
  }

  // ------------------------------------------------------------------ the sender

  int room() {
    return Math.max(0, link.conditions().windowBytes() - bytes.size());
  }

  int write(ByteBuf from) {
    int taken = Math.min(room(), from.readableBytes());
    bytes.append(from, taken);
    unpushed += taken;
    return taken;
  }

  void push() {
    LinkConditions conditions = link.conditions();
    int most = conditions.segmentBytes();
    while (unpushed > 0) {
      int length = Math.min(unpushed, most == 1 ? 1 : 1 + random.nextInt(most));
      unpushed -= length;
      segments.add(nextArrival(conditions), length);
    }
    arm();
  }

  /** The end of the stream, behind everything that was written. */
  void end() {
    segments.add(nextArrival(link.conditions()), Segments.END);
    arm();
  }

  /** Before everything else: finishes the handshake. */
  void begin() {
    segments.add(nextArrival(link.conditions()), Segments.BEGIN);
    arm();
  }

  private long nextArrival(LinkConditions conditions) {
    lastArrival = Math.max(lastArrival, world.nanoTime() + transit(conditions, random));
    return lastArrival;
  }

  static long transit(LinkConditions conditions, SimRandom random) {
    long jitter = conditions.jitter().toNanos();
    return conditions.delay().toNanos() + (jitter == 0 ? 0 : random.between(0, jitter));
  }

  /** Tells the other end that this one is gone. What is on its way may be overtaken by that, and is lost then. */
  void reset() {
    discardUnpushed();
    world.at(world.nanoTime() + transit(link.conditions(), random), () -> {
      if (blockedUntil() <= world.nanoTime()) {
        to().fail("Connection reset by peer");
      }
    });
  }

  /** The sender's machine is off: what the network has, arrives; what waits for a stall to end was still with it. */
  void cutOff() {
    if (blockedUntil() > world.nanoTime()) {
      discardUnarrived();
      world.at(world.nanoTime() + HANDSHAKE_NANOS, () -> to().neverBegan());
    }
  }

  // ------------------------------------------------------------------ on the way

  void block(long until) {
    blockedUntil = until;
  }

  private long blockedUntil() {
    return Math.max(blockedUntil, link.blockedUntil());
  }

  /** The conditions have changed: what waited may go on. */
  void kick() {
    armedAt = NEVER;
    arm();
    if (room() > 0) {
      announceRoom();
    }
  }

  private void arm() {
    if (!segments.anyOnTheWay()) {
      return;
    }
    long due = segments.nextArrival();
    long when = Math.min(Math.max(due, blockedUntil()), due + GIVE_UP_NANOS);
    if (when < armedAt) {
      armedAt = when;
      world.at(when, arrive);
    }
  }

  private void arrive() {
    long now = world.nanoTime();
    if (now < armedAt) {
      return; // armed anew since
    }
    armedAt = NEVER;
    if (blockedUntil() > now) {
      if (segments.anyOnTheWay() && now - segments.nextArrival() >= GIVE_UP_NANOS) {
        giveUp();
      }
      arm();
      return;
    }
    int before = arrivedBytes;
    while (segments.anyOnTheWay() && segments.nextArrival() <= now) {
      int length = segments.arrive();
      if (length == Segments.BEGIN) {
        segments.takeFirst();
        to().begun();
      } else {
        arrivedBytes += length;
        ended |= length == Segments.END;
      }
    }
    boolean came = arrivedBytes > before;
    if (came || ended) {
      to().arrived(came);
    }
    arm();
  }

  private void giveUp() {
    discardUnarrived();
    back().to().fail("Connection timed out");
  }

  // ------------------------------------------------------------------ the receiver

  int arrivedBytes() {
    return arrivedBytes;
  }

  /** Whether the end of the stream has arrived, perhaps behind bytes. */
  boolean ended() {
    return ended;
  }

  ByteBuf read(ByteBufAllocator allocator, int most) {
    double coalescing = link.conditions().coalescing();
    int length = segments.firstLength();
    int n = 1;
    while (length < most && segments.hasArrived(n) && segments.length(n) > 0
        && (coalescing == 1 || random.chance(coalescing))) {
      length += segments.length(n);
      n++;
    }
    int taken = Math.min(length, most);
    ByteBuf chunk = allocator.heapBuffer(taken, taken);
    bytes.take(chunk, taken);
    segments.take(taken);
    arrivedBytes -= taken;
    announceRoom();
    return chunk;
  }

  /** Drops all there is, and whatever still comes. */
  void discard() {
    discardUnpushed();
    bytes.drop(arrivedBytes);
    segments.take(arrivedBytes);
    arrivedBytes = 0;
  }

  void discardUnarrived() {
    discardUnpushed();
    bytes.truncate(arrivedBytes);
    segments.dropUnarrived();
  }

  private void discardUnpushed() {
    bytes.truncate(bytes.size() - unpushed);
    unpushed = 0;
  }

  /** Lets the sender know that there is room, if it waits for that. */
  void announceRoom() {
    Pipe way = back();
    SimSocket sender = way.to();
    if (announcing || !sender.waitsForRoom()) {
      return;
    }
    long when = Math.max(world.nanoTime() + way.link.conditions().delay().toNanos(), way.blockedUntil());
    if (when < NEVER) {
      announcing = true;
      world.at(when, () -> {
        announcing = false;
        sender.roomy();
      });
    }
  }

  private SimSocket to() {
    return Objects.requireNonNull(to, "a pipe is joined to both sockets before anything is sent");
  }

  private Pipe back() {
    return Objects.requireNonNull(back, "a pipe is joined to the other direction before anything is sent");
  }
}
