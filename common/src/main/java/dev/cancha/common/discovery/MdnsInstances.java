package dev.cancha.common.discovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.jmdns.JmDNS;

/**
 * One JmDNS for each address of this machine, made as addresses come and closed as they go. JmDNS waits for seconds
 * where it begins and ends, so it does that on an executor that gives each task a thread of its own.
 *
 * <p>Owner: the event loop of whoever has it.
 */
final class MdnsInstances {
  private static final System.Logger LOG = System.getLogger(MdnsInstances.class.getName());
  /** Each takes four threads. Machines with more addresses have them for containers. */
  private static final int MAX_INSTANCES = 8;

  private final Map<InetAddress, CompletableFuture<JmDNS>> instances = new LinkedHashMap<>();
  private final String host;
  private final Executor threads;
  private final Beginning beginning;

  /** What is to be done with each, on a thread that may wait. */
  @FunctionalInterface
  interface Beginning {
    void with(JmDNS mdns) throws IOException;
  }

  /** {@code host} is a name for this machine that nobody else has: the machine's own is its responder's business. */
  MdnsInstances(String host, Executor threads, Beginning beginning) {
    this.host = host;
    this.threads = threads;
    this.beginning = beginning;
  }

  /** Brings what there is in line with {@code links}. */
  void follow(List<NetworkLink> links) {
    Set<InetAddress> wanted = addresses(links);
    instances.entrySet().removeIf(instance -> {
      boolean gone = !wanted.contains(instance.getKey());
      if (gone) {
        close(instance.getValue());
      }
      return gone;
    });
    wanted.forEach(address -> instances.computeIfAbsent(address,
        fresh -> CompletableFuture.supplyAsync(() -> open(fresh), threads)));
  }

  private static Set<InetAddress> addresses(List<NetworkLink> links) {
    Set<InetAddress> addresses = new LinkedHashSet<>();
    for (NetworkLink link : links) {
      if (link.multicast() && (link.kind() == LinkKind.NETWORK || link.kind() == LinkKind.VPN)) {
        link.addresses()
            .stream()
            .map(NetworkLink.Address::address)
            .filter(address -> address instanceof Inet4Address && addresses.size() < MAX_INSTANCES)
            .forEach(addresses::add);
      }
    }
    return addresses;
  }

  private JmDNS open(InetAddress address) {
    try {
      JmDNS mdns = JmDNS.create(address, host);
      beginning.with(mdns);
      return mdns;
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "no mDNS at {0}: {1}", address, e.toString());
      throw new UncheckedIOException(e);
    }
  }

  private CompletableFuture<Void> close(CompletableFuture<JmDNS> instance) {
    return instance.thenAcceptAsync(mdns -> {
      try {
        mdns.close();
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "mDNS did not close: {0}", e.toString());
      }
    }, threads).exceptionally(failure -> null);
  }

  /** Closes all; done when others have been told that what was offered is gone, after some seconds. */
  CompletableFuture<Void> close() {
    CompletableFuture<?>[] closing = instances.values()
        .stream()
        .map(this::close)
        .toArray(CompletableFuture[]::new);
    instances.clear();
    return CompletableFuture.allOf(closing);
  }
}
