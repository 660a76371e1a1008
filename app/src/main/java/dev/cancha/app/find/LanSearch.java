package dev.cancha.app.find;

import dev.cancha.app.find.FoundServer.Reach;
import dev.cancha.client.Refused;
import dev.cancha.common.discovery.Beacon;
import dev.cancha.common.discovery.Seeker;
import dev.cancha.common.discovery.Sighting;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One search: brings together what is heard of servers, asks each of them itself, and tells what is known.
 *
 * <p>Owner: its event loop.
 */
final class LanSearch {
  /** In a network of one's own, connecting takes milliseconds; what was dropped once is sent again after a second. */
  private static final Duration CALL = Duration.ofMillis(1_500);
  /** A server that was not reached is tried again after so long: someone may be opening its firewall just now. */
  private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final EventLoop loop;
  private final Caller caller;
  private final Consumer<FoundServer> found;
  private final Findings findings = new Findings();
  private boolean closed;

  LanSearch(EventLoop loop, Caller caller, Consumer<FoundServer> found) {
    this.loop = loop;
    this.caller = caller;
    this.found = found;
  }

  /** For {@link Seeker}. */
  void seen(Sighting sighting) {
    heard(sighting.from().getHostAddress(), Notice.of(sighting.beacon()));
  }

  private void heard(String host, Notice notice) {
    Finding finding = closed ? null : findings.heard(host, notice);
    if (finding != null) {
      tell(finding);
      callIfWorth(finding);
    }
  }

  /** For mDNS, which tells of no games and no rooms. */
  void named(Sighting sighting) {
    Beacon beacon = sighting.beacon();
    heard(sighting.from().getHostAddress(),
        new Notice(beacon.id(), beacon.name(), beacon.port(), beacon.version(), null, null));
  }

  /** A server of which nothing was heard answered at {@code host}. */
  void answered(String host, Notice notice) {
    Finding finding = closed ? null : findings.heard(host, notice);
    if (finding != null && finding.reach() != Reach.YES) {
      finding.reached(host, notice);
      tell(finding);
    }
  }

  private void tell(Finding finding) {
    if (!closed) {
      found.accept(finding.server());
    }
  }

  private void callIfWorth(Finding finding) {
    long now = loop.ticker().nanoTime();
    boolean again = finding.reach() != Reach.UNKNOWN && now - finding.calledNanos < AGAIN_NANOS;
    if (!finding.calling && finding.worthACall() && !again) {
      finding.calling = true;
      finding.calledNanos = now;
      call(finding, finding.hosts());
    }
  }

  private void call(Finding finding, List<String> hosts) {
    String host = hosts.getFirst();
    caller.call(host, finding.port(), CALL).whenComplete((notice, failure) -> {
      List<String> others = hosts.subList(1, hosts.size());
      if (failure == null) {
        finding.reached(host, notice);
      } else if (saidNo(failure)) {
        finding.reached(host);
      } else if (!others.isEmpty()) {
        call(finding, others);
        return;
      } else {
        finding.unreached();
      }
      finding.calling = false;
      tell(finding);
    });
  }

  /** A server that takes nobody just now, or wants to know who asks, is there all the same. */
  private static boolean saidNo(Throwable failure) {
    return failure instanceof Refused || failure.getCause() instanceof Refused;
  }

  void close() {
    closed = true;
  }
}
