package dev.cancha.common.discovery;

import dev.cancha.common.message.Protocol;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Where datagrams of the beacon go. */
final class BeaconAddress {
  /** The number of the TCP port that a server has unless told otherwise: one number to remember, and to let through. */
  static final int PORT = Protocol.DEFAULT_PORT;
  /** Of the block that organisations use within themselves (RFC 2365): no router of the internet passes it on. */
  static final InetAddress GROUP = InetAddress.ofLiteral("239.255.77.77");
  /** A temporary group of one link (RFC 4291). */
  static final InetAddress GROUP_6 = InetAddress.ofLiteral("ff12::7777");
  /** Everyone on this machine: Linux hands a datagram to each socket of the port, not to one of them. */
  private static final InetAddress LOOPBACK_EVERYONE = InetAddress.ofLiteral("127.255.255.255");
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private BeaconAddress() {}

  /** The addresses of everyone in the IPv4 networks of {@code link}, for one datagram each. */
  static List<InetAddress> broadcasts(NetworkLink link) {
    if (link.kind() == LinkKind.LOOPBACK) {
      return List.of(LOOPBACK_EVERYONE, LOOPBACK);
    }
    List<InetAddress> broadcasts = new ArrayList<>();
    for (NetworkLink.Address address : link.addresses()) {
      InetAddress broadcast = address.broadcast();
      // a tunnel has 0.0.0.0, which would be this machine
      if (broadcast != null && !broadcast.isAnyLocalAddress() && !broadcasts.contains(broadcast)) {
        broadcasts.add(broadcast);
      }
    }
    return broadcasts;
  }

  static boolean hasIPv4(NetworkLink link) {
    return link.addresses().stream().anyMatch(a -> a.address() instanceof Inet4Address);
  }

  static boolean hasIPv6(NetworkLink link) {
    return link.addresses().stream().anyMatch(a -> a.address() instanceof Inet6Address);
  }

  /** The IPv6 group on {@code link}. */
  static InetAddress group6(NetworkLink link) throws UnknownHostException {
    return Inet6Address.getByAddress(null, GROUP_6.getAddress(), link.index());
  }
}
