package dev.cancha.server.room;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The highest act that was applied of each session that ever acted in a room. Immutable, and made anew by each act: so
 * it is two arrays, which are found and copied at once where a tree's nodes lie all over the memory.
 */
public final class Seqs {
  public static final Seqs NONE = new Seqs(new SessionId[0], new long[0]);
  /** So many are looked through for the very object before they are compared by their texts. */
  private static final int FEW = 8;

  /** In their order. */
  private final SessionId[] sessions;
  private final long[] highest;

  private Seqs(SessionId[] sessions, long[] highest) {
    this.sessions = sessions;
    this.highest = highest;
  }

  static Seqs of(SortedMap<SessionId, Long> seqs) {
    return new Seqs(seqs.keySet().toArray(SessionId[]::new),
        seqs.values().stream().mapToLong(Long::longValue).toArray());
  }

  /** The highest of {@code session}, 0 where it has not acted. */
  long of(SessionId session) {
    int place = place(session);
    return place < 0 ? 0 : highest[place];
  }

  Seqs with(SessionId session, long seq) {
    int place = place(session);
    if (place >= 0) {
      long[] changed = highest.clone();
      changed[place] = seq;
      return new Seqs(sessions, changed);
    }
    int at = -place - 1;
    SessionId[] more = Arrays.copyOf(sessions, sessions.length + 1);
    long[] longer = Arrays.copyOf(highest, highest.length + 1);
    System.arraycopy(sessions, at, more, at + 1, sessions.length - at);
    System.arraycopy(highest, at, longer, at + 1, highest.length - at);
    more[at] = session;
    longer[at] = seq;
    return new Seqs(more, longer);
  }

  /** All of them by session. */
  public SortedMap<SessionId, Long> toMap() {
    SortedMap<SessionId, Long> map = new TreeMap<>();
    for (int i = 0; i < sessions.length; i++) {
      map.put(sessions[i], highest[i]);
    }
    return map;
  }

  @SuppressWarnings("ReferenceEquality") // a first look; what is not the same may still be equal, and is searched for
  private int place(SessionId session) {
    for (int i = 0; i < Math.min(FEW, sessions.length); i++) {
      if (sessions[i] == session) {
        return i;
      }
    }
    return Arrays.binarySearch(sessions, session);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Seqs seqs && Arrays.equals(sessions, seqs.sessions)
        && Arrays.equals(highest, seqs.highest);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(sessions) + Arrays.hashCode(highest);
  }

  @Override
  public String toString() {
    return toMap().toString();
  }
}
