package dev.cancha.common.discovery;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A server's entry in mDNS, on each interface, as interfaces come and go.
 *
 * <p>Owner: the event loop that it is given.
 */
public final class MdnsStation {
  private final MdnsInstances instances;
  private final Supplier<List<NetworkLink>> links;
  private final EventLoop loop;
  private @Nullable Future<?> timer;

  private MdnsStation(Beacon beacon, Supplier<List<NetworkLink>> links, EventLoop loop, Executor threads) {
    this.links = links;
    this.loop = loop;
    instances = new MdnsInstances("cancha-" + beacon.id(), threads,
        mdns -> mdns.registerService(MdnsService.of(beacon)));
  }

  /** Opens one on {@code loop}; {@code threads} gives each task a thread of its own. */
  public static MdnsStation open(Beacon beacon, Supplier<List<NetworkLink>> links, EventLoop loop,
      Executor threads) {
    MdnsStation station = new MdnsStation(beacon, links, loop, threads);
    loop.execute(() -> station.timer = loop.scheduleWithFixedDelay(station::look, 0, Station.LOOK_MILLIS,
        TimeUnit.MILLISECONDS));
    return station;
  }

  private void look() {
    instances.follow(links.get());
  }

  /** Takes the entry back. Done when others know, after some seconds. Any thread may call it. */
  public CompletableFuture<Void> close() {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    loop.execute(() -> {
      if (timer != null) {
        timer.cancel(false);
      }
      instances.close().whenComplete((nothing, failure) -> closed.complete(null));
    });
    return closed;
  }
}
