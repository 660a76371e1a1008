package dev.cancha.app.host;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Under which addresses others reach this machine. */
public final class Addresses {
  private Addresses() {}

  /** The addresses of all interfaces that are up and are not loopback; none if the system does not say. */
  public static List<InetAddress> ofThisMachine() {
    try {
      List<InetAddress> found = new ArrayList<>();
      for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
        if (network.isUp() && !network.isLoopback()) {
          network.inetAddresses().forEach(found::add);
        }
      }
      return found;
    } catch (SocketException e) {
      return List.of();
    }
  }

  /**
   * Those of {@code addresses} at which a server bound to {@code bind} answers to others, as they are written in front
   * of a port: IPv4 first, then IPv6; link-local ones are left out, since they need the name of an interface.
   */
  public static List<String> reachable(String bind, List<InetAddress> addresses) throws UnknownHostException {
    InetAddress bound = InetAddress.getByName(bind);
    Stream<InetAddress> candidates = !bound.isAnyLocalAddress() ? Stream.of(bound)
        : addresses.stream()
            .filter(address -> bound instanceof Inet6Address || address instanceof Inet4Address);
    return candidates
        .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress() && !a.isAnyLocalAddress()
            && !a.isMulticastAddress())
        .sorted(Comparator.comparing(Inet6Address.class::isInstance))
        .map(Addresses::text)
        .distinct()
        .toList();
  }

  private static String text(InetAddress address) {
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    String bare = zone < 0 ? text : text.substring(0, zone);
    return address instanceof Inet6Address ? "[" + bare + "]" : bare;
  }
}
