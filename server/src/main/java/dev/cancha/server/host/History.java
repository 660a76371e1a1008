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
 * see of them is more than {@code bytes} together. Owner: the room's event loop.
 */
final class History {
  private final int revisions;
  private final int bytes;
  private final Deque<Revision> kept = new ArrayDeque<>();
  private int keptBytes;

  /** One revision: {@code own} are the patches of seats that see more than all others do. */
  record Revision(long rev, Encoded shared, Map<Integer, Encoded> own) {
    Revision {
      // rooms keep many, and in most games no seat sees more than others
      own = own.isEmpty() ? Map.of() : own;
    }

    Encoded as(@Nullable Integer seat) {
      return seat == null ? shared : own.getOrDefault(seat, shared);
    }
  }

  History(int revisions, int bytes) {
    this.revisions = revisions;
    this.bytes = bytes;
  }

  void add(Revision revision) {
    kept.addLast(revision);
    keptBytes += revision.shared().bodyBytes();
    while (kept.size() > revisions || keptBytes > bytes) {
      keptBytes -= kept.removeFirst().shared().bodyBytes();
    }
  }

  void clear() {
    kept.clear();
    keptBytes = 0;
  }

  /** The patches after {@code rev} up to {@code last} as {@code seat} sees them; null where they are gone. */
  @Nullable
  List<Encoded> after(long rev, long last, @Nullable Integer seat) {
    if (rev > last || (rev < last && (kept.isEmpty() || kept.getFirst().rev() > rev + 1))) {
      return null;
    }
    List<Encoded> missed = new ArrayList<>();
    int missedBytes = 0;
    for (Revision revision : kept) {
      if (revision.rev() > rev) {
        missed.add(revision.as(seat));
        missedBytes += revision.as(seat).bodyBytes();
      }
    }
    return missedBytes > bytes ? null : missed;
  }
}
