package dev.cancha.server.session;

import dev.cancha.common.message.ByeCode;
import dev.cancha.common.message.LeftReason;
import dev.cancha.server.host.Entropy;
import dev.cancha.server.host.Identity;
import dev.cancha.server.host.Places;
import dev.cancha.server.host.RoomHost;
import dev.cancha.server.room.SessionId;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Ticker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All sessions that are known: those with a connection, those with a place in a room, and those that had either
 * not long ago. Any thread may use it.
 */
public final class Sessions implements Places {
  private final Traffic traffic = new Traffic();
  private final Tokens tokens;
  private final Entropy entropy;
  private final Ticker ticker;
  private final int most;
  private final long keepNanos;
  private final Map<SessionId, Known> sessions = new ConcurrentHashMap<>();
  /** Those with neither connection nor place, longest first, and since when. Guarded by itself. */
  private final Map<SessionId, Long> idle = new LinkedHashMap<>();

  /** {@code ticker} is that of the event loops. */
  public Sessions(Tokens tokens, Entropy entropy, Ticker ticker, SessionLimits limits) {
    this.tokens = tokens;
    this.entropy = entropy;
    this.ticker = ticker;
    most = limits.maxSessions();
    keepNanos = limits.keepSession().toNanos();
  }

  /** What all of them ask and are told. */
  public Traffic traffic() {
    return traffic;
  }

  /** A session and where it is. Guarded by itself: it is looked at from several event loops. */
  final class Known {
    private final Identity identity;
    private @Nullable Session current;
    private @Nullable RoomHost place;
    private @Nullable LeftReason lastLeft;
    private boolean untold;

    private Known(Identity identity) {
      this.identity = identity;
    }

    Identity identity() {
      return identity;
    }

    String token() {
      return tokens.token(identity.session());
    }

    /** From now on {@code session} speaks for it; the one before, or null. */
    synchronized @Nullable Session claim(Session session) {
      Session before = current;
      current = session;
      synchronized (idle) {
        idle.remove(identity.session());
        // it may just have been forgotten to make room for another
        sessions.put(identity.session(), this);
      }
      return before;
    }

    /** {@code session} has ended and waits for nothing more. */
    synchronized void detach(Session session) {
      if (current == session) {
        current = null;
        rest();
      }
    }

    private synchronized @Nullable Session current() {
      return current;
    }

    synchronized @Nullable RoomHost place() {
      return place;
    }

    /** Why it lost its place, where the client was not told, or asks for that room by {@code hello}. */
    synchronized @Nullable LeftReason lostPlace(boolean asks) {
      LeftReason lost = place == null && (untold || asks) ? lastLeft : null;
      untold = false;
      return lost;
    }

    /** The client was told that it left. */
    synchronized void told() {
      untold = false;
    }

    private synchronized void entered(RoomHost host) {
      place = host;
      lastLeft = null;
      untold = false;
    }

    private synchronized void left(RoomHost host, LeftReason reason) {
      if (place == host) {
        place = null;
        lastLeft = reason;
        untold = true;
        rest();
      }
    }

    private synchronized void lost(EventLoop loop) {
      if (place != null && place.loop().equals(loop)) {
        left(place, LeftReason.CLOSED);
      }
    }

    private void rest() {
      if (current == null && place == null) {
        synchronized (idle) {
          idle.put(identity.session(), ticker.nanoTime());
        }
      }
    }
  }

  /** A new session; null where there are as many as may be. */
  @Nullable
  Known open(String name) {
    forget(true);
    if (sessions.size() >= most) {
      return null;
    }
    SessionId id = new SessionId(entropy.id());
    Known known = new Known(new Identity(id, tokens.player(id), name));
    sessions.put(id, known);
    return known;
  }

  /** The session of {@code token}, or null where it is not known any more, or never was. */
  @Nullable
  Known find(String token) {
    forget(false);
    SessionId id = tokens.session(token);
    return id == null ? null : sessions.get(id);
  }

  /** Says {@code bye} to everyone who has a connection. */
  public void dismiss(ByeCode code, String message) {
    for (Known known : sessions.values()) {
      Session session = known.current();
      if (session != null) {
        session.loop().execute(() -> session.bye(code, message));
      }
    }
  }

  /** How many sessions are known. */
  public int size() {
    return sessions.size();
  }

  @Override
  public void entered(SessionId session, RoomHost host) {
    Known known = sessions.get(session);
    if (known != null) {
      known.entered(host);
    }
  }

  @Override
  public void returned(Identity who, RoomHost host) {
    sessions.computeIfAbsent(who.session(), session -> new Known(who)).entered(host);
  }

  @Override
  public void left(SessionId session, RoomHost host, LeftReason reason) {
    Known known = sessions.get(session);
    if (known != null) {
      known.left(host, reason);
    }
  }

  @Override
  public void lost(EventLoop loop, String message) {
    Map<EventLoop, List<Session>> connected = new LinkedHashMap<>();
    for (Known known : sessions.values()) {
      known.lost(loop);
      Session session = known.current();
      if (session != null) {
        connected.computeIfAbsent(session.loop(), its -> new ArrayList<>()).add(session);
      }
    }
    connected.forEach(
        (its, all) -> its.execute(() -> all.forEach(session -> session.lost(loop, message))));
  }

  /** Forgets those that have been idle for too long; for a new one also the longest idle where there is no room. */
  private void forget(boolean forNew) {
    long now = ticker.nanoTime();
    synchronized (idle) {
      var oldest = idle.entrySet().iterator();
      while (oldest.hasNext()) {
        Map.Entry<SessionId, Long> entry = oldest.next();
        if (now - entry.getValue() < keepNanos && !(forNew && sessions.size() >= most)) {
          return;
        }
        sessions.remove(entry.getKey());
        oldest.remove();
      }
    }
  }
}
