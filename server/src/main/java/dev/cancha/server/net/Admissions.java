package dev.cancha.server.net;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the open connections, in all and by address. It knows an address only while one of its connections is open,
 * so it holds at most as many as there are connections. Shared by all loops; every method may be called on any.
 */
final class Admissions {
  /** What becomes of a new connection. */
  enum Verdict {
    WELCOME,
    /** It may stay until it says hello, to be told that its address has too many. */
    TOO_MANY_OF_ADDRESS,
    /** It may stay until it says hello, to be told that the server is full. */
    FULL,
    /** It is closed at once: there are already many that are only told why. */
    CLOSE
  }

  private final NetLimits limits;
  private final AtomicInteger open = new AtomicInteger();
  private final ConcurrentHashMap<String, Integer> openByAddress = new ConcurrentHashMap<>();

  Admissions(NetLimits limits) {
    this.limits = limits;
  }

  /** Counts a connection, whatever the verdict; {@link #leave} must follow. */
  Verdict enter(String address, boolean exempt) {
    int all = open.incrementAndGet();
    int ofAddress = exempt ? 0 : openByAddress.merge(address, 1, Integer::sum);
    if (all > withRefused(limits.maxConnections())
        || ofAddress > withRefused(limits.maxConnectionsPerAddress())) {
      return Verdict.CLOSE;
    }
    if (ofAddress > limits.maxConnectionsPerAddress()) {
      return Verdict.TOO_MANY_OF_ADDRESS;
    }
    return all > limits.maxConnections() ? Verdict.FULL : Verdict.WELCOME;
  }

  /** Counts a connection that is open already for {@code address} too: a proxy has made it. */
  Verdict enterThroughProxy(String address) {
    int ofAddress = openByAddress.merge(address, 1, Integer::sum);
    if (ofAddress > withRefused(limits.maxConnectionsPerAddress())) {
      return Verdict.CLOSE;
    }
    return ofAddress > limits.maxConnectionsPerAddress() ? Verdict.TOO_MANY_OF_ADDRESS : Verdict.WELCOME;
  }

  void leave(String address, boolean exempt) {
    open.decrementAndGet();
    if (!exempt) {
      forget(address);
    }
  }

  /** One connection of {@code address} is gone. */
  void forget(String address) {
    openByAddress.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
  }

  /** How many connections are open, those that were refused among them. */
  int open() {
    return open.get();
  }

  /** How many addresses are remembered. */
  int addresses() {
    return openByAddress.size();
  }

  /** A sixteenth more, and at least one, may be open to be told why they are refused. */
  private static int withRefused(int limit) {
    return limit + Math.max(1, limit / 16);
  }
}
