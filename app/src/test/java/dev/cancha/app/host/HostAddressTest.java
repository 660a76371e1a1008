package dev.cancha.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.discovery.LinkKind;
import dev.cancha.common.discovery.NetworkLink;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostAddressTest {
  private static final List<NetworkLink> MACHINE = List.of(
      FakeNetworks.link("docker0", LinkKind.CONTAINERS, "172.17.0.1"),
      FakeNetworks.link("wlan0", LinkKind.NETWORK, "fe80::1", "2001:db8::7", "169.254.3.4", "192.168.1.20"),
      FakeNetworks.link("tun0", LinkKind.VPN, "10.8.0.2"),
      FakeNetworks.link("eth0", LinkKind.NETWORK, "fd00::7", "10.0.0.5", "192.168.1.20"),
      FakeNetworks.link("lo", LinkKind.LOOPBACK, "127.0.0.1", "::1"));

  @Test
  void networksComeFirstThenTunnelsThenWhatIsInsideThisMachine() {
    assertThat(texts("0.0.0.0")).containsExactly("192.168.1.20", "10.0.0.5", "10.8.0.2", "172.17.0.1");
  }

  @Test
  void iPv6FollowsInBracketsForAServerOnAllAddresses() {
    assertThat(texts("::")).containsExactly("192.168.1.20", "10.0.0.5", "[2001:db8:0:0:0:0:0:7]",
        "[fd00:0:0:0:0:0:0:7]", "10.8.0.2", "172.17.0.1");
  }

  @Test
  void aServerOnOneAddressIsReachedAndAnnouncedThereOnly() {
    assertThat(texts("10.0.0.5")).containsExactly("10.0.0.5");
    assertThat(HostAddress.serving(InetAddress.ofLiteral("10.0.0.5"), MACHINE)).extracting(NetworkLink::name)
        .containsExactly("eth0");
  }

  @Test
  void aServerOnLoopbackIsReachedByNobodyElse() {
    assertThat(texts("127.0.0.1")).isEmpty();
    assertThat(texts("::1")).isEmpty();
  }

  @Test
  void whoIsThereIsToldWhereThatIsNotSimplyOthers() {
    assertThat(HostAddress.of(InetAddress.ofLiteral("0.0.0.0"), MACHINE)).extracting(a -> a.told(7777))
        .containsExactly("192.168.1.20:7777", "10.0.0.5:7777", "10.8.0.2:7777   (VPN, tun0)",
            "172.17.0.1:7777   (containers, docker0)");
  }

  private static List<String> texts(String bind) {
    return HostAddress.of(InetAddress.ofLiteral(bind), MACHINE).stream().map(HostAddress::text).toList();
  }
}
