package dev.cancha.common.discovery;

import java.util.List;
import java.util.Locale;

/** What is behind an interface, as far as its name tells; in the order in which people want to see them. */
public enum LinkKind {
  /** A network that others are in too: Ethernet, Wi-Fi, or what cannot be told from them. */
  NETWORK("network", List.of()),
  /** A tunnel: those at its other end reach this machine, those in the same room do not. */
  VPN("VPN", List.of("tun", "tap", "wg", "ppp", "utun", "ipsec", "tailscale", "zt", "nordlynx", "proton",
      "mullvad", "wireguard", "openvpn", "vpn")),
  /** Virtual machines of this machine. */
  MACHINES("virtual machines", List.of("virbr", "vmnet", "vboxnet", "vnet", "vmware", "virtualbox",
      "hyper-v", "vethernet", "bridge1")),
  /** Containers of this machine. */
  CONTAINERS("containers",
      List.of("docker", "br-", "veth", "cni", "podman", "lxcbr", "lxdbr", "lxc", "flannel", "cali",
          "kube")),
  /** This machine alone. */
  LOOPBACK("this machine", List.of());

  private final String words;
  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> beginnings;

  LinkKind(String words, List<String> beginnings) {
    this.words = words;
    this.beginnings = beginnings;
  }

  /** As people call it. */
  public String words() {
    return words;
  }

  /**
   * The kind of the interface with the system's {@code name}, such as {@code wlan0}. On Windows that says nothing, but
   * {@code title} does, such as {@code Hyper-V Virtual Ethernet Adapter}.
   */
  static LinkKind of(String name, String title) {
    String lower = name.toLowerCase(Locale.ROOT);
    String words = title.equals(name) ? "" : " " + title.toLowerCase(Locale.ROOT);
    for (LinkKind kind : values()) {
      for (String beginning : kind.beginnings) {
        if (lower.startsWith(beginning) || words.contains(" " + beginning)) {
          return kind;
        }
      }
    }
    return NETWORK;
  }
}
