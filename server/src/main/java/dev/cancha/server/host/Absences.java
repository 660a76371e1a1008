package dev.cancha.server.host;

import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the event loops of a server have missed. Any thread may use it. */
public final class Absences {
  private final Map<EventLoop, Absence> ofLoops = new ConcurrentHashMap<>();

  Absence of(EventLoop loop) {
    return ofLoops.computeIfAbsent(loop, Absence::new);
  }

  /** {@code loop} is not used any more. */
  public void forget(EventLoop loop) {
    ofLoops.remove(loop);
  }
}
