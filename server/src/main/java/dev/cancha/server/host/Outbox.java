package dev.cancha.server.host;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries deliveries to the links' own event loops, in order, with one task a loop for all that one input led to.
 * Owner: the room's event loop.
 */
final class Outbox {
  private final Home home;
  private final EventLoop loop;
  /** A link may stand here more than once, but not twice in a row; flushing what is flushed does nothing. */
  private final List<Link> touched = new ArrayList<>();
  private final Map<EventLoop, List<Parcel>> away = new LinkedHashMap<>();

  private record Parcel(Link link, Delivery delivery) {}

  Outbox(Home home) {
    this.home = home;
    loop = home.loop();
  }

  void put(Link link, Delivery delivery) {
    assert loop.inEventLoop() : "deliveries are made on the room's loop: hop in with RoomHost.run";
    if (link.loop().equals(loop)) {
      link.deliver(delivery);
      if (touched.isEmpty() || !touched.getLast().equals(link)) {
        touched.add(link);
      }
    } else {
      away.computeIfAbsent(link.loop(), other -> new ArrayList<>()).add(new Parcel(link, delivery));
    }
  }

  void flush() {
    if (!touched.isEmpty()) {
      touched.forEach(Link::flush);
      touched.clear();
    }
    if (!away.isEmpty()) {
      home.outward(this::send);
    }
  }

  private void send() {
    away.forEach((other, parcels) -> other.execute(() -> hand(parcels)));
    away.clear();
  }

  private static void hand(List<Parcel> parcels) {
    Set<Link> links = new LinkedHashSet<>();
    for (Parcel parcel : parcels) {
      parcel.link().deliver(parcel.delivery());
      links.add(parcel.link());
    }
    links.forEach(Link::flush);
  }
}
