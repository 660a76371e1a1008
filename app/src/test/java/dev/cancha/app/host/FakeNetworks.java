package dev.cancha.app.host;

import dev.cancha.common.discovery.DatagramCounts;
import dev.cancha.common.discovery.LinkKind;
import dev.cancha.common.discovery.NetworkLink;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Networks that a test makes up. */
public final class FakeNetworks implements Networks {
  final List<NetworkLink> links = new ArrayList<>();
  final List<Subject> announced = new ArrayList<>();
  final List<String> silent = new ArrayList<>();
  Firewalls firewalls = new Firewalls(List.of(), List.of(Firewall.UFW));
  int closed;

  /** One interface, {@code wlan0}, with the address 192.168.1.20. */
  public FakeNetworks() {
    links.add(link("wlan0", LinkKind.NETWORK, "192.168.1.20"));
  }

  static NetworkLink link(String name, LinkKind kind, String... addresses) {
    List<NetworkLink.Address> all = new ArrayList<>();
    for (String address : addresses) {
      all.add(new NetworkLink.Address(InetAddress.ofLiteral(address), 24, null));
    }
    return new NetworkLink(name, 1, kind, true, all);
  }

  @Override
  public List<NetworkLink> links() {
    return links;
  }

  @Override
  public Presence announce(Subject subject) {
    announced.add(subject);
    return new Presence() {
      @Override
      public DatagramCounts counts() {
        return new DatagramCounts(1, 2, 3, 4);
      }

      @Override
      public void close() {
        closed++;
      }
    };
  }

  @Override
  public boolean answers(String host, int port) {
    return !silent.contains(host + ":" + port);
  }

  @Override
  public Firewalls firewalls() {
    return firewalls;
  }
}
