package dev.cancha.common.discovery;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An interface of this machine that is up, as it was when it was looked at.
 *
 * @param name the system's, such as {@code wlan0}
 * @param index the system's number of it: another one under the same name is another interface
 * @param kind what is behind it
 * @param multicast whether the system sends to groups on it
 * @param addresses that this machine has there
 */
public record NetworkLink(String name, int index, LinkKind kind, boolean multicast, List<Address> addresses) {
  private static final int BYTE_BITS = 8;

  public NetworkLink {
    addresses = List.copyOf(addresses);
  }

  /**
   * An address of this machine.
   *
   * @param prefix how many bits of it are those of the network
   * @param broadcast the address of everyone in the network, or null where there is none
   */
  public record Address(InetAddress address, int prefix, @Nullable InetAddress broadcast) {
    /** Whether {@code other} is in the same network. */
    boolean sees(InetAddress other) {
      byte[] mine = address.getAddress();
      byte[] theirs = other.getAddress();
      if (mine.length != theirs.length) {
        return false;
      }
      int bits = Math.min(prefix, mine.length * BYTE_BITS);
      for (int i = 0; i < bits; i++) {
        if (((mine[i / BYTE_BITS] ^ theirs[i / BYTE_BITS]) & 0x80 >> i % BYTE_BITS) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /** Whether {@code other} is in a network of this interface. */
  boolean sees(InetAddress other) {
    return addresses.stream().anyMatch(address -> address.sees(other));
  }

  /** Those of this machine that are up, networks first and loopback last; none if the system does not say. */
  public static List<NetworkLink> ofThisMachine() {
    List<NetworkLink> links = new ArrayList<>();
    for (NetworkInterface network : all()) {
      try {
        if (network.isUp()) {
          links.add(of(network));
        }
      } catch (SocketException e) {
        // it has gone since
      }
    }
    links.sort(Comparator.comparing(NetworkLink::kind).thenComparingInt(NetworkLink::index));
    return links;
  }

  private static List<NetworkInterface> all() {
    try {
      return NetworkInterface.networkInterfaces().toList();
    } catch (SocketException e) {
      return List.of();
    }
  }

  private static NetworkLink of(NetworkInterface network) throws SocketException {
    List<Address> addresses = new ArrayList<>();
    for (InterfaceAddress address : network.getInterfaceAddresses()) {
      addresses
          .add(new Address(address.getAddress(), address.getNetworkPrefixLength(), address.getBroadcast()));
    }
    LinkKind kind = LinkKind.of(network.getName(), String.valueOf(network.getDisplayName()));
    if (network.isLoopback()) {
      kind = LinkKind.LOOPBACK;
    } else if (network.isPointToPoint() && kind == LinkKind.NETWORK) {
      kind = LinkKind.VPN;
    }
    return new NetworkLink(network.getName(), network.getIndex(), kind, network.supportsMulticast(),
        addresses);
  }
}
