package dev.cancha.app;

import dev.cancha.common.discovery.LinkKind;
import dev.cancha.common.discovery.NetworkLink;
import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * An address of this machine in its network, as others type it. To a browser what comes from there over plain HTTP is
 * not a secure origin, other than what comes from 127.0.0.1: it has no clipboard and no share sheet.
 */
final class LanAddress {
  private LanAddress() {}

  /** It, or 127.0.0.1 for a machine that is in no network. */
  static String ofThisMachine() {
    return NetworkLink.ofThisMachine()
        .stream()
        .filter(link -> link.kind() == LinkKind.NETWORK)
        .flatMap(link -> link.addresses().stream())
        .map(NetworkLink.Address::address)
        .filter(Inet4Address.class::isInstance)
        .map(InetAddress::getHostAddress)
        .findFirst()
        .orElse("127.0.0.1");
  }
}
