package dev.cancha.common.discovery;

import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.util.concurrent.Future;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks for beacons: asks everyone on every interface, soon again in case a datagram was lost, then every two
 * seconds, and listens to what servers announce by themselves.
 *
 * <p>Owner: the event loop that it is given.
 */
public final class Seeker {
  private static final System.Logger LOG = System.getLogger(Seeker.class.getName());

  private static final long[] FIRST_MILLIS = {200, 600};
  private static final long PERIOD_MILLIS = 2_000;

  private final Setup setup;
  private final EventLoop loop;
  private final AnswerHandler handler;
  private final byte[] query;
  private final List<LanSocket> asking = new ArrayList<>();
  private final List<LanSocket> listening = new ArrayList<>();
  private final List<Future<?>> timers = new ArrayList<>();
  private List<NetworkLink> links = List.of();
  /** How often the interfaces have changed. */
  private int changes;
  private boolean closed;

  /**
   * What a search is to be.
   *
   * @param links of this machine, looked up when asked
   * @param nonce of its queries, drawn, not 0: so nobody who does not hear them can answer
   * @param seen is told of every answer, on the loop; the same server answers again and again
   */
  public record Setup(Supplier<List<NetworkLink>> links, long nonce, Consumer<Sighting> seen) {}

  private Seeker(Setup setup, EventLoop loop) {
    this.setup = setup;
    this.loop = loop;
    handler = new AnswerHandler(setup.nonce(), this::seen);
    query = DatagramCodec.write(new Datagram.Query(setup.nonce()));
  }

  /** Begins a search on {@code loop}, which must be one for NIO. */
  public static Seeker begin(Setup setup, EventLoop loop) {
    Seeker seeker = new Seeker(setup, loop);
    loop.execute(seeker::begin);
    return seeker;
  }

  private void begin() {
    look();
    for (long millis : FIRST_MILLIS) {
      timers.add(loop.schedule(this::askAll, millis, TimeUnit.MILLISECONDS));
    }
    timers.add(loop.scheduleWithFixedDelay(() -> {
      look();
      askAll();
    }, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS));
  }

  private void look() {
    List<NetworkLink> now = setup.links().get();
    if (closed || now.equals(links)) {
      return;
    }
    links = now;
    changes++;
    closeSockets();
    for (SocketProtocolFamily family : List.of(SocketProtocolFamily.INET, SocketProtocolFamily.INET6)) {
      if (family == SocketProtocolFamily.INET || links.stream().anyMatch(BeaconAddress::hasIPv6)) {
        open(family, 0, asking);
        open(family, BeaconAddress.PORT, listening);
      }
    }
  }

  private void open(SocketProtocolFamily family, int port, List<LanSocket> among) {
    int then = changes;
    LanSocket.open(loop, new LanSocket.Wish(family, port, links), handler).addListener(opened -> {
      if (!opened.isSuccess()) {
        LOG.log(Level.DEBUG, "UDP port {0,number,#} cannot be opened: {1}", port,
            String.valueOf(opened.cause()));
        return;
      }
      LanSocket socket = (LanSocket) opened.getNow();
      if (closed || then != changes) {
        socket.close();
      } else {
        among.add(socket);
        if (port == 0) {
          socket.spread(query);
        }
      }
    });
  }

  private void askAll() {
    asking.forEach(socket -> socket.spread(query));
  }

  /** Asks one address, for networks that carry nothing to everyone. Any thread may call it. */
  public void ask(InetAddress address) {
    loop.execute(() -> asking.stream()
        .filter(socket -> socket.serves(address))
        .forEach(socket -> socket.send(query, address)));
  }

  private void seen(Sighting sighting) {
    if (!closed) {
      setup.seen().accept(sighting);
    }
  }

  private void closeSockets() {
    asking.forEach(LanSocket::close);
    listening.forEach(LanSocket::close);
    asking.clear();
    listening.clear();
  }

  /** Ends the search: nothing is told any more once the loop has run this. Any thread may call it. */
  public void close() {
    loop.execute(() -> {
      closed = true;
      timers.forEach(timer -> timer.cancel(false));
      closeSockets();
    });
  }
}
