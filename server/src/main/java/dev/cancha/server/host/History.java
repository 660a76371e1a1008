package dev.cancha.server.host;

import dev.cancha.common.wire.Encoded;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last revisions that a room released, for those who come back: {@code revisions} of them, fewer where what all
 * see of them is more than {@code bytes} together. What all see is kept as bytes in a ring, not as objects: a room
 * makes one at every act and drops the oldest, and a collector would carry each of them through its youth for nothing.
 * Owner: the room's event loop.
 */
final class History {
  private static final int LEAST_BYTES = 512;

  private final int revisions;
  private final int bytes;
  /** The bodies of the kept revisions, one behind the other, round and round. */
  private byte[] ring;
  /** Where the oldest begins in {@link #ring}, and how much there is from there on. */
  private int start;
  private int filled;
  /** The sizes of the kept bodies; that of revision r stands at r modulo its length. */
  private final int[] sizes;
  /** The oldest that is kept, and the one after the newest. */
  private long first;
  private long next;
  /** Of the kept revisions in which some seat sees more than all others do. */
  private final Deque<Revision> withOwn = new ArrayDeque<>();

  /** One revision: {@code own} are the patches of seats that see more than all others do. */
  record Revision(long rev, Encoded shared, Map<Integer, Encoded> own) {
    Encoded as(@Nullable Integer seat) {
      return seat == null ? shared : own.getOrDefault(seat, shared);
    }
  }

  History(int revisions, int bytes) {
    this.revisions = revisions;
    this.bytes = bytes;
    ring = new byte[Math.min(bytes, LEAST_BYTES)];
    sizes = new int[revisions];
  }

  /** Those before {@code revision} stay only where it follows them directly. */
  void add(Revision revision) {
    if (revision.rev() != next) {
      forget(revision.rev());
    }
    int size = revision.shared().bodyBytes();
    while (first < next && (next - first == revisions || filled + size > bytes)) {
      dropFirst();
    }
    next++;
    if (size > bytes) {
      first = next;
      return;
    }
    fit(filled + size);
    put(revision.shared(), size);
    sizes[(int) ((next - 1) % revisions)] = size;
    if (!revision.own().isEmpty()) {
      withOwn.addLast(revision);
    }
  }

  private void forget(long rev) {
    first = rev;
    next = rev;
    start = 0;
    filled = 0;
    withOwn.clear();
  }

  private void dropFirst() {
    int size = sizes[(int) (first % revisions)];
    start = (start + size) % ring.length;
    filled -= size;
    if (!withOwn.isEmpty() && withOwn.getFirst().rev() == first) {
      withOwn.removeFirst();
    }
    first++;
  }

  private void fit(int space) {
    if (space > ring.length) {
      byte[] larger = new byte[Math.min(bytes, Math.max(space, 2 * ring.length))];
      take(start, larger, filled);
      ring = larger;
      start = 0;
    }
  }

  private void put(Encoded message, int size) {
    int at = (start + filled) % ring.length;
    int straight = Math.min(size, ring.length - at);
    message.copyBody(0, ring, at, straight);
    message.copyBody(straight, ring, 0, size - straight);
    filled += size;
  }

  private void take(int from, byte[] to, int size) {
    int straight = Math.min(size, ring.length - from);
    System.arraycopy(ring, from, to, 0, straight);
    System.arraycopy(ring, 0, to, straight, size - straight);
  }

  /** Keeps nothing of what it has. */
  void clear() {
    forget(next);
  }

  /** The patches after {@code rev} up to {@code last} as {@code seat} sees them; null where they are gone. */
  @Nullable
  List<Encoded> after(long rev, long last, @Nullable Integer seat) {
    if (rev > last || (rev < last && (first == next || first > rev + 1))) {
      return null;
    }
    List<Encoded> missed = new ArrayList<>();
    int missedBytes = 0;
    int at = start;
    for (long kept = first; kept < next; kept++) {
      int size = sizes[(int) (kept % revisions)];
      if (kept > rev) {
        Encoded own = seat == null ? null : own(kept, seat);
        Encoded one = own == null ? shared(at, size) : own;
        missed.add(one);
        missedBytes += one.bodyBytes();
      }
      at = (at + size) % ring.length;
    }
    return missedBytes > bytes ? null : missed;
  }

  private Encoded shared(int at, int size) {
    byte[] body = new byte[size];
    take(at, body, size);
    return new Encoded(body);
  }

  private @Nullable Encoded own(long rev, int seat) {
    for (Revision revision : withOwn) {
      if (revision.rev() == rev) {
        return revision.own().get(seat);
      }
    }
    return null;
  }
}
