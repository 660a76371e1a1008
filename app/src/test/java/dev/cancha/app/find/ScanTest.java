package dev.cancha.app.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.discovery.LinkKind;
import dev.cancha.common.discovery.NetworkLink;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScanTest {
  @Test
  void allButTheOwnAddressOfAnUsualNetworkAreAskedOnce() {
    List<InetAddress> addresses = Scan.addresses(List.of(link(LinkKind.NETWORK, "192.168.1.20", 24)));
    assertThat(addresses).hasSize(253)
        .doesNotHaveDuplicates()
        .contains(InetAddress.ofLiteral("192.168.1.1"), InetAddress.ofLiteral("192.168.1.254"))
        .doesNotContain(InetAddress.ofLiteral("192.168.1.20"), InetAddress.ofLiteral("192.168.1.0"),
            InetAddress.ofLiteral("192.168.1.255"));
  }

  @Test
  void ofALargeNetworkThoseAroundTheOwnAddressAreAsked() {
    assertThat(Scan.addresses(List.of(link(LinkKind.NETWORK, "10.3.7.9", 8)))).hasSize(253)
        .allMatch(address -> address.getHostAddress().startsWith("10.3.7."));
  }

  @Test
  void aSmallNetworkIsAskedAsItIs() {
    assertThat(Scan.addresses(List.of(link(LinkKind.VPN, "10.8.0.6", 29))))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("10.8.0.1", "10.8.0.2", "10.8.0.3", "10.8.0.4", "10.8.0.5");
    assertThat(Scan.addresses(List.of(link(LinkKind.VPN, "10.8.0.6", 32)))).isEmpty();
  }

  @Test
  void whatIsInsideThisMachineIsNotAskedAndAllTogetherIsBounded() {
    assertThat(Scan.addresses(List.of(link(LinkKind.CONTAINERS, "172.17.0.1", 16),
        link(LinkKind.LOOPBACK, "127.0.0.1", 8), link(LinkKind.NETWORK, "fe80::1", 64)))).isEmpty();
    assertThat(
        Scan.addresses(List.of(link(LinkKind.NETWORK, "10.1.1.1", 24), link(LinkKind.NETWORK, "10.1.2.1", 24),
            link(LinkKind.NETWORK, "10.1.3.1", 24))))
        .hasSize(Scan.MAX_ADDRESSES);
  }

  private static NetworkLink link(LinkKind kind, String address, int prefix) {
    return new NetworkLink("x", 1, kind, true,
        List.of(new NetworkLink.Address(InetAddress.ofLiteral(address), prefix, null)));
  }
}
