package dev.cancha.app.host;

import dev.cancha.common.discovery.LinkKind;
import dev.cancha.common.discovery.NetworkLink;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An address under which others reach this machine.
 *
 * @param text as it stands in front of a port
 * @param kind who the others are
 * @param link the name of the interface
 */
record HostAddress(String text, LinkKind kind, String link) {
  /**
   * Where a server bound to {@code bind} answers to others: networks first, then tunnels, then the virtual machines and
   * containers of this machine; of each IPv4 first. Link-local addresses are left out, since they need the name of an
   * interface of who connects.
   */
  static List<HostAddress> of(InetAddress bind, List<NetworkLink> links) {
    List<HostAddress> addresses = new ArrayList<>();
    for (NetworkLink link : serving(bind, links)) {
      link.addresses()
          .stream()
          .map(NetworkLink.Address::address)
          .filter(address -> answers(bind, address) && !address.isLoopbackAddress()
              && !address.isLinkLocalAddress())
          .map(address -> new HostAddress(text(address), link.kind(), link.name()))
          .filter(address -> addresses.stream().noneMatch(other -> other.text().equals(address.text())))
          .forEach(addresses::add);
    }
    addresses.sort(
        Comparator.comparing(HostAddress::kind).thenComparing(address -> address.text().startsWith("[")));
    return List.copyOf(addresses);
  }

  /** Those of {@code links} on which a server bound to {@code bind} answers. */
  static List<NetworkLink> serving(InetAddress bind, List<NetworkLink> links) {
    return links.stream()
        .filter(link -> link.addresses().stream().anyMatch(address -> answers(bind, address.address())))
        .toList();
  }

  private static boolean answers(InetAddress bind, InetAddress address) {
    return bind.isAnyLocalAddress() ? bind instanceof Inet6Address || address instanceof Inet4Address
        : bind.equals(address);
  }

  private static String text(InetAddress address) {
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    String bare = zone < 0 ? text : text.substring(0, zone);
    return address instanceof Inet6Address ? "[" + bare + "]" : bare;
  }

  /** With the port, and with who is there where that is not simply others. */
  String told(int port) {
    return text + ":" + port + (kind == LinkKind.NETWORK ? "" : "   (" + kind.words() + ", " + link + ")");
  }
}
