package dev.cancha.common.discovery;

import static org.awaitility.Awaitility.await;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real sockets, on the loopback interface alone: nothing leaves the machine. */
class LoopbackBeaconIT {
  private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final EventLoop loop = loops.next();

  @AfterEach
  void endTheLoop() {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(5_000);
  }

  @Test
  void twoServersOnOneMachineWithoutANetworkAreBothFound() {
    Station first = station("00000000000000a1");
    Station second = station("00000000000000b2");
    Set<String> seen = ConcurrentHashMap.newKeySet();
    Seeker seeker = Seeker.begin(
        new Seeker.Setup(LoopbackBeaconIT::loopback, 0x5eed, sighting -> seen.add(sighting.beacon().id())),
        loop);
    await().atMost(Duration.ofSeconds(10))
        .until(() -> seen.containsAll(Set.of("00000000000000a1", "00000000000000b2")));
    seeker.close();
    first.close();
    second.close();
  }

  @Test
  void aServerThatStartsDuringASearchIsHeardByItsAnnouncement() {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    Seeker seeker = Seeker.begin(
        new Seeker.Setup(LoopbackBeaconIT::loopback, 0x5eed, sighting -> seen.add(sighting.beacon().id())),
        loop);
    Station late = station("00000000000000c3");
    await().atMost(Duration.ofSeconds(10)).until(() -> seen.contains("00000000000000c3"));
    seeker.close();
    late.close();
  }

  private Station station(String id) {
    return Station.open(
        new Station.Setup(() -> Beacons.of(id, "connectFour"), LoopbackBeaconIT::loopback,
            Duration.ofSeconds(1), false),
        loop);
  }

  private static List<NetworkLink> loopback() {
    return NetworkLink.ofThisMachine().stream().filter(link -> link.kind() == LinkKind.LOOPBACK).toList();
  }
}
