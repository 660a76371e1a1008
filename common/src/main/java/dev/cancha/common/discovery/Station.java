package dev.cancha.common.discovery;

import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.util.concurrent.Future;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A server's beacon: answers queries, and announces the server now and then to those whose queries do not get through.
 * Interfaces that come and go while it stands are noticed within {@link #LOOK_MILLIS}.
 *
 * <p>Owner: the event loop that it is given.
 */
public final class Station {
  private static final System.Logger LOG = System.getLogger(Station.class.getName());

  /** Between two looks at the interfaces. */
  static final long LOOK_MILLIS = 2_000;
  /** For so long a beacon is told again as it is: asking costs little then, however many ask. */
  private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final Setup setup;
  private final EventLoop loop;
  private final QueryHandler handler;
  private final List<LanSocket> sockets = new ArrayList<>();
  private final List<Future<?>> timers = new ArrayList<>();
  private List<NetworkLink> links = List.of();
  private @Nullable Beacon told;
  private long toldNanos;
  /** How often the interfaces have changed. */
  private int changes;
  private boolean closed;

  /**
   * What a station is to be.
   *
   * @param beacon of the server as it is just now; asked for on the loop, at most five times a second
   * @param links of this machine, looked up when asked
   * @param interval between two announcements
   * @param ipv6 whether the server has IPv6 addresses to be found at
   */
  public record Setup(Supplier<Beacon> beacon, Supplier<List<NetworkLink>> links, Duration interval,
      boolean ipv6) {}

  private Station(Setup setup, EventLoop loop) {
    this.setup = setup;
    this.loop = loop;
    handler = new QueryHandler(this::beacon, this::near, loop.ticker());
  }

  /** Opens one on {@code loop}, which must be one for NIO. */
  public static Station open(Setup setup, EventLoop loop) {
    Station station = new Station(setup, loop);
    loop.execute(station::begin);
    return station;
  }

  private void begin() {
    look();
    long millis = setup.interval().toMillis();
    timers.add(loop.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS));
    timers.add(loop.scheduleWithFixedDelay(this::announce, millis, millis, TimeUnit.MILLISECONDS));
  }

  private void look() {
    List<NetworkLink> now = setup.links().get();
    if (closed || now.equals(links)) {
      return;
    }
    links = now;
    changes++;
    sockets.forEach(LanSocket::close);
    sockets.clear();
    open(SocketProtocolFamily.INET);
    if (setup.ipv6()) {
      open(SocketProtocolFamily.INET6);
    }
  }

  private void open(SocketProtocolFamily family) {
    int then = changes;
    LanSocket.open(loop, new LanSocket.Wish(family, BeaconAddress.PORT, links), handler)
        .addListener(opened -> {
          if (!opened.isSuccess()) {
            LOG.log(Level.WARNING,
                "UDP port {0,number,#} cannot be opened, so this server is found by mDNS alone: {1}",
                BeaconAddress.PORT, String.valueOf(opened.cause()));
            return;
          }
          LanSocket socket = (LanSocket) opened.getNow();
          if (closed || then != changes) {
            socket.close();
          } else {
            sockets.add(socket);
            announce(socket);
          }
        });
  }

  private void announce() {
    sockets.forEach(this::announce);
  }

  private void announce(LanSocket socket) {
    socket.spread(DatagramCodec.write(new Datagram.Answer(Datagram.UNASKED, beacon())));
  }

  private Beacon beacon() {
    long now = loop.ticker().nanoTime();
    Beacon last = told;
    if (last == null || now - toldNanos > FRESH_NANOS) {
      last = setup.beacon().get();
      told = last;
      toldNanos = now;
    }
    return last;
  }

  private boolean near(InetAddress address) {
    return links.stream().anyMatch(link -> link.sees(address));
  }

  /** What became of the datagrams until now. Any thread may ask. */
  public DatagramCounts counts() {
    return handler.counts();
  }

  /** Is silent from now on. Any thread may call it. */
  public void close() {
    loop.execute(() -> {
      closed = true;
      timers.forEach(timer -> timer.cancel(false));
      sockets.forEach(LanSocket::close);
      sockets.clear();
    });
  }
}
