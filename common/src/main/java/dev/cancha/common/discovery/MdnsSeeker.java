package dev.cancha.common.discovery;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import org.jspecify.annotations.Nullable;

/**
 * Looks for servers by mDNS. What it finds says where a server is and what it is called, but not its rooms.
 *
 * <p>Owner: the event loop that it is given.
 */
public final class MdnsSeeker {
  /** Between two looks at what JmDNS knows of a service; each makes it ask for what is missing. */
  private static final long RESOLVE_MILLIS = 250;
  private static final int RESOLVE_ATTEMPTS = 20;

  private final Setup setup;
  private final EventLoop loop;
  private final Executor threads;
  private final MdnsInstances instances;
  private List<NetworkLink> links = List.of();
  private @Nullable Future<?> timer;
  private volatile boolean closed;

  /**
   * What a search is to be.
   *
   * @param links of this machine, looked up when asked
   * @param nonce drawn: names this machine in this search
   * @param seen is told of every server, on the loop, with an address in a network of this machine; its beacon has no
   *     games and no rooms
   */
  public record Setup(Supplier<List<NetworkLink>> links, long nonce, Consumer<Sighting> seen) {}

  private MdnsSeeker(Setup setup, EventLoop loop, Executor threads) {
    this.setup = setup;
    this.loop = loop;
    this.threads = threads;
    instances = new MdnsInstances("cancha-" + HexFormat.of().toHexDigits(setup.nonce()), threads,
        mdns -> mdns.addServiceListener(MdnsService.TYPE, new Listener()));
  }

  /** Begins a search on {@code loop}; {@code threads} gives each task a thread of its own. */
  public static MdnsSeeker begin(Setup setup, EventLoop loop, Executor threads) {
    MdnsSeeker seeker = new MdnsSeeker(setup, loop, threads);
    loop.execute(() -> seeker.timer = loop.scheduleWithFixedDelay(seeker::look, 0, Station.LOOK_MILLIS,
        TimeUnit.MILLISECONDS));
    return seeker;
  }

  private void look() {
    links = setup.links().get();
    instances.follow(links);
  }

  /**
   * JmDNS calls a service resolved without its text too, and says nothing more when that comes: so it is asked until
   * what it knows is whole.
   */
  private void resolve(JmDNS mdns, String instance, int attempts) {
    threads.execute(() -> {
      ServiceInfo info = closed ? null : mdns.getServiceInfo(MdnsService.TYPE, instance, RESOLVE_MILLIS);
      Beacon beacon = info == null ? null : MdnsService.read(info);
      onLoop(() -> {
        if (info != null && beacon != null) {
          resolved(beacon, info.getInetAddresses());
        } else if (attempts > 1 && !closed) {
          loop.schedule(() -> resolve(mdns, instance, attempts - 1), RESOLVE_MILLIS, TimeUnit.MILLISECONDS);
        }
      });
    });
  }

  private void onLoop(Runnable task) {
    try {
      loop.execute(task);
    } catch (RejectedExecutionException e) {
      // the search is over, and its loop has ended before JmDNS has
    }
  }

  private void resolved(Beacon beacon, InetAddress[] addresses) {
    for (InetAddress address : addresses) {
      if (!closed && links.stream().anyMatch(link -> link.sees(address))) {
        setup.seen().accept(new Sighting(address, beacon));
      }
    }
  }

  /** Ends the search: nothing is told any more once the loop has run this. Any thread may call it. */
  public void close() {
    loop.execute(() -> {
      closed = true;
      if (timer != null) {
        timer.cancel(false);
      }
      instances.close();
    });
  }

  /** Called on threads of JmDNS, which must not wait. */
  private final class Listener implements ServiceListener {
    @Override
    public void serviceAdded(ServiceEvent event) {
      onLoop(() -> resolve(event.getDNS(), event.getName(), RESOLVE_ATTEMPTS));
    }

    @Override
    public void serviceRemoved(ServiceEvent event) {
      // who asks the server itself learns it too, and sooner
    }

    @Override
    public void serviceResolved(ServiceEvent event) {
      // may come without the text, and does not come again
    }
  }
}
