package dev.cancha.app.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.app.find.FoundServer.Reach;
import dev.cancha.common.discovery.LinkKind;
import dev.cancha.common.discovery.NetworkLink;
import dev.cancha.common.message.Phase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FindCommandTest {
  private static final FoundRoom ROOM = new FoundRoom("KX3F", "connectFour", Phase.LOBBY, 2, 1, true);

  private final StringWriter out = new StringWriter();
  private final List<FoundServer> heard = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();
  private boolean networked = true;
  private int scans;
  private int closed;

  @Test
  void eachServerIsShownOnceWhenItHasAnsweredWithItsRoomsAndHowToJoinThem() {
    heard.add(server("a", Reach.UNKNOWN));
    heard.add(server("a", Reach.YES, ROOM));
    heard.add(server("a", Reach.YES, ROOM));
    assertThat(run()).isZero();
    assertThat(out.toString().lines()).containsExactly("Liceo a, at 10.77.1.1:7777, version 0.1.0",
        "  KX3F  connectFour, lobby, 1 of 2 seats taken, with a password   ./cancha join 10.77.1.1:7777 KX3F");
    assertThat(closed).isOne();
    assertThat(scans).isZero();
    assertThat(waits.getFirst()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void aServerWhosePortDoesNotAnswerIsToldOfAtTheEndAndIsNotFound() {
    heard.add(server("a", Reach.NO));
    heard.add(server("b", Reach.UNKNOWN));
    assertThat(run()).isOne();
    assertThat(out.toString()).contains("Liceo a, at", "Liceo b, at", "its port does not answer. A firewall");
  }

  @Test
  void aServerWithoutRoomsIsJoinedByItsAddress() {
    heard.add(server("a", Reach.YES));
    assertThat(run()).isZero();
    assertThat(out.toString()).contains("  No public room yet.   ./cancha join 10.77.1.1:7777");
  }

  @Test
  void whereNothingIsFoundTheCausesAreNamedInTheirOrderAndTheAddressToType() {
    assertThat(run()).isOne();
    assertThat(out.toString()).containsSubsequence("firewall", "VPN", "client isolation", "IGMP snooping",
        "./cancha join 192.168.1.20", "--scan");
  }

  @Test
  void withoutANetworkThatIsTheCause() {
    networked = false;
    assertThat(run()).isOne();
    assertThat(out.toString().lines())
        .containsExactly("No server was found on this machine, and it is in no network just now.");
  }

  @Test
  void aScanIsWaitedForAndNotAdvisedAgain() {
    assertThat(run("--scan")).isOne();
    assertThat(scans).isOne();
    assertThat(waits).hasSize(2);
    assertThat(out.toString()).contains("firewall").doesNotContain("--scan");
  }

  @Test
  void scriptsGetOneLineOfJson() {
    heard.add(server("a", Reach.YES, ROOM));
    assertThat(run("--json")).isZero();
    assertThat(out.toString().lines()).containsExactly("""
        {"servers":[{"name":"Liceo a","host":"10.77.1.1","port":7777,"version":"0.1.0","reachable":true,\
        "hosts":["10.77.1.1"],"games":["connectFour"],"rooms":[{"code":"KX3F","game":"connectFour",\
        "phase":"lobby","seats":2,"taken":1,"locked":true}]}]}""");
    heard.clear();
    out.getBuffer().setLength(0);
    assertThat(run("--json")).isOne();
    assertThat(out.toString().lines()).containsExactly("{\"servers\":[]}");
  }

  private int run(String... args) {
    var machine = new FindCommand.Machine(new FakeFinder(), this::links, (done, most) -> waits.add(most));
    var line = new CommandLine(new FindCommand(machine)).setOut(new PrintWriter(out));
    return line.execute(args);
  }

  private List<NetworkLink> links() {
    List<NetworkLink> links = new ArrayList<>();
    links.add(new NetworkLink("lo", 1, LinkKind.LOOPBACK, false, List.of()));
    if (networked) {
      links.add(new NetworkLink("eth0", 2, LinkKind.NETWORK, true,
          List.of(new NetworkLink.Address(InetAddress.ofLiteral("10.77.1.9"), 24, null))));
    }
    return links;
  }

  private static FoundServer server(String id, Reach reach, FoundRoom... rooms) {
    return new FoundServer(id, "Liceo " + id, List.of("10.77.1.1"), 7777, "0.1.0", List.of("connectFour"),
        List.of(rooms), reach);
  }

  private final class FakeFinder implements Finder {
    @Override
    public Search search(Consumer<FoundServer> found) {
      heard.forEach(found);
      return new Search() {
        @Override
        public CompletionStage<Void> scan() {
          scans++;
          return CompletableFuture.completedStage(null);
        }

        @Override
        public void close() {
          closed++;
        }
      };
    }
  }
}
