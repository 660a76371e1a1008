package dev.cancha.common.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkKindTest {
  @ParameterizedTest
  @CsvSource({"eth0,NETWORK", "enp3s0,NETWORK", "wlan0,NETWORK", "wlp2s0,NETWORK", "en0,NETWORK",
    "bond0,NETWORK",
    "tun0,VPN", "tap1,VPN", "wg0,VPN", "ppp0,VPN", "utun3,VPN", "tailscale0,VPN", "docker0,CONTAINERS",
    "br-4f2a,CONTAINERS", "veth12ab,CONTAINERS", "podman1,CONTAINERS", "virbr0,MACHINES", "vmnet8,MACHINES",
    "vboxnet0,MACHINES"})
  void theNameTellsWhatIsBehindAnInterface(String name, LinkKind kind) {
    assertThat(LinkKind.of(name, name)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"Intel(R) Ethernet Connection,NETWORK", "Hyper-V Virtual Ethernet Adapter,MACHINES",
    "VirtualBox Host-Only Ethernet Adapter,MACHINES", "TAP-Windows Adapter V9,VPN", "WireGuard Tunnel,VPN",
    "VMware Virtual Ethernet Adapter,MACHINES", "Realtek PCIe GbE,NETWORK"})
  void onWindowsTheTitleDoes(String title, LinkKind kind) {
    assertThat(LinkKind.of("eth7", title)).isEqualTo(kind);
  }

  @Test
  void anAddressSeesThoseOfItsNetwork() {
    NetworkLink link = link("192.168.1.20", 22);
    assertThat(link.sees(InetAddress.ofLiteral("192.168.3.255"))).isTrue();
    assertThat(link.sees(InetAddress.ofLiteral("192.168.4.1"))).isFalse();
    assertThat(link.sees(InetAddress.ofLiteral("::ffff:0:0"))).isFalse();
    assertThat(link("fe80::1", 64).sees(InetAddress.ofLiteral("fe80::abcd"))).isTrue();
    assertThat(link("fe80::1", 64).sees(InetAddress.ofLiteral("fe81::abcd"))).isFalse();
  }

  @Test
  void broadcastsGoToTheNetworksAndOnLoopbackToEverySocket() {
    InetAddress everyone = InetAddress.ofLiteral("192.168.1.255");
    NetworkLink.Address address = new NetworkLink.Address(InetAddress.ofLiteral("192.168.1.20"), 24,
        everyone);
    NetworkLink.Address tunnel = new NetworkLink.Address(InetAddress.ofLiteral("10.8.0.2"), 32,
        InetAddress.ofLiteral("0.0.0.0"));
    assertThat(BeaconAddress.broadcasts(new NetworkLink("eth0", 2, LinkKind.NETWORK, true,
        List.of(address, address, tunnel)))).containsExactly(everyone);
    assertThat(BeaconAddress.broadcasts(new NetworkLink("lo", 1, LinkKind.LOOPBACK, false, List.of())))
        .containsExactly(InetAddress.ofLiteral("127.255.255.255"), InetAddress.ofLiteral("127.0.0.1"));
  }

  @Test
  void theInterfacesOfThisMachineCanBeReadLoopbackLast() throws SocketException {
    List<NetworkLink> links = NetworkLink.ofThisMachine();
    assertThat(links).isNotEmpty().isSortedAccordingTo((a, b) -> a.kind().compareTo(b.kind()));
    for (NetworkLink link : links) {
      assertThat(NetworkInterface.getByName(link.name()).isLoopback())
          .isEqualTo(link.kind() == LinkKind.LOOPBACK);
    }
  }

  private static NetworkLink link(String address, int prefix) {
    return new NetworkLink("eth0", 2, LinkKind.NETWORK, true,
        List.of(new NetworkLink.Address(InetAddress.ofLiteral(address), prefix, null)));
  }
}
