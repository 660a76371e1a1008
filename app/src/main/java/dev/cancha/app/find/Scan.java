package dev.cancha.app.find;

import dev.cancha.common.discovery.LinkKind;
import dev.cancha.common.discovery.NetworkLink;
import dev.cancha.common.discovery.Seeker;
import dev.cancha.common.message.Protocol;
import io.netty.channel.EventLoop;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Asks addresses one by one, each in both ways: by the beacon's query, which tells of a server on any port, and by a
 * connection to the usual port, which needs nothing but TCP. Some at a time, so that it takes seconds and floods
 * nobody.
 *
 * <p>Owner: the search's event loop.
 */
final class Scan {
  /** Of the addresses of a machine in two networks no more are asked than these; the others would take too long. */
  static final int MAX_ADDRESSES = 512;
  static final int AT_ONCE = 64;
  /** In one network a machine that is there answers at once, and one that is not never does. */
  private static final Duration CALL = Duration.ofMillis(800);
  private static final int LAST_BYTE = 3;
  private static final int LAST_BITS = 24;

  private final EventLoop loop;
  private final Caller caller;
  private final LanSearch search;
  private final Seeker seeker;
  private final Queue<InetAddress> waiting = new ArrayDeque<>();
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private int open;

  Scan(EventLoop loop, Caller caller, LanSearch search, Seeker seeker) {
    this.loop = loop;
    this.caller = caller;
    this.search = search;
    this.seeker = seeker;
  }

  /** The addresses to ask: those that differ from one of this machine's in the last number, without its own. */
  static List<InetAddress> addresses(List<NetworkLink> links) {
    List<InetAddress> own = links.stream()
        .flatMap(link -> link.addresses().stream())
        .map(NetworkLink.Address::address)
        .toList();
    List<InetAddress> addresses = new ArrayList<>();
    for (NetworkLink link : links) {
      if (link.kind() == LinkKind.NETWORK || link.kind() == LinkKind.VPN) {
        link.addresses().forEach(address -> around(address, own, addresses));
      }
    }
    return addresses.subList(0, Math.min(MAX_ADDRESSES, addresses.size()));
  }

  private static void around(NetworkLink.Address address, List<InetAddress> own,
      List<InetAddress> addresses) {
    if (!(address.address() instanceof Inet4Address)) {
      return;
    }
    int size = address.prefix() <= LAST_BITS ? 1 << Byte.SIZE : 1 << (Integer.SIZE - address.prefix());
    byte[] bytes = address.address().getAddress();
    int first = (bytes[LAST_BYTE] & 0xff) / size * size;
    for (int last = first + 1; last < first + size - 1; last++) {
      bytes[LAST_BYTE] = (byte) last;
      try {
        InetAddress candidate = InetAddress.getByAddress(bytes);
        if (!own.contains(candidate) && !addresses.contains(candidate)) {
          addresses.add(candidate);
        }
      } catch (UnknownHostException e) {
        throw new AssertionError("four bytes are an address", e);
      }
    }
  }

  /** Begins, once. Completes when the last address has answered or not. Any thread may call it. */
  CompletionStage<Void> begin(List<InetAddress> addresses) {
    loop.execute(() -> {
      waiting.addAll(addresses);
      next();
    });
    return done;
  }

  private void next() {
    while (open < AT_ONCE && !waiting.isEmpty()) {
      ask(waiting.remove());
    }
    if (open == 0) {
      done.complete(null);
    }
  }

  private void ask(InetAddress address) {
    open++;
    seeker.ask(address);
    caller.call(address.getHostAddress(), Protocol.DEFAULT_PORT, CALL).whenComplete((notice, failure) -> {
      open--;
      if (failure == null) {
        search.answered(address.getHostAddress(), notice);
      }
      // not within this call: where all fail at once, one would stand on the other
      loop.execute(this::next);
    });
  }
}
