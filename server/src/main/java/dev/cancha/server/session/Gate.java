package dev.cancha.server.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Closed until the rooms of an earlier process are back: until then nobody can be told where it was, so whoever says
 * hello waits. No more can wait than there may be connections, and none for longer than its hello may take. Any thread
 * may use it.
 */
public final class Gate {
  private final Set<Session> waiting = new LinkedHashSet<>();
  private boolean open;

  public synchronized boolean isOpen() {
    return open;
  }

  /** Whether {@code session} may go on; else it is told by {@link Session#admitted()} when it may. */
  synchronized boolean admits(Session session) {
    if (!open) {
      waiting.add(session);
    }
    return open;
  }

  /** {@code session} has ended. */
  synchronized void leaves(Session session) {
    waiting.remove(session);
  }

  public void open() {
    List<Session> admitted;
    synchronized (this) {
      open = true;
      admitted = new ArrayList<>(waiting);
      waiting.clear();
    }
    admitted.forEach(session -> session.loop().execute(session::admitted));
  }
}
