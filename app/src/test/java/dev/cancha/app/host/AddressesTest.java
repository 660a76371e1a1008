package dev.cancha.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesTest {
  private static final List<InetAddress> MACHINE = addresses("fe80::1", "2001:db8::7", "169.254.3.4",
      "192.168.1.20",
      "fd00::7", "127.0.0.1", "::1", "10.0.0.5", "192.168.1.20", "224.0.0.1");

  @Test
  void everyIPv4AddressThatOthersReachIsNamedForAServerOnAllOfIPv4() throws UnknownHostException {
    assertThat(Addresses.reachable("0.0.0.0", MACHINE)).containsExactly("192.168.1.20", "10.0.0.5");
  }

  @Test
  void iPv6FollowsInBracketsForAServerOnAllAddresses() throws UnknownHostException {
    assertThat(Addresses.reachable("::", MACHINE)).containsExactly("192.168.1.20", "10.0.0.5",
        "[2001:db8:0:0:0:0:0:7]", "[fd00:0:0:0:0:0:0:7]");
  }

  @Test
  void aServerOnOneAddressIsReachedThereOnly() throws UnknownHostException {
    assertThat(Addresses.reachable("10.0.0.5", MACHINE)).containsExactly("10.0.0.5");
    assertThat(Addresses.reachable("2001:db8::7", MACHINE)).containsExactly("[2001:db8:0:0:0:0:0:7]");
  }

  @Test
  void aServerOnLoopbackIsReachedByNobodyElse() throws UnknownHostException {
    assertThat(Addresses.reachable("127.0.0.1", MACHINE)).isEmpty();
    assertThat(Addresses.reachable("::1", MACHINE)).isEmpty();
  }

  @Test
  void aMachineInNoNetworkHasNone() throws UnknownHostException {
    assertThat(Addresses.reachable("0.0.0.0", addresses("127.0.0.1", "fe80::1"))).isEmpty();
  }

  @Test
  void theInterfacesOfThisMachineCanBeRead() {
    assertThat(Addresses.ofThisMachine()).noneMatch(InetAddress::isLoopbackAddress);
  }

  private static List<InetAddress> addresses(String... literals) {
    List<InetAddress> addresses = new ArrayList<>();
    for (String literal : literals) {
      addresses.add(InetAddress.ofLiteral(literal));
    }
    return addresses;
  }
}
