package dev.cancha.app.host;

import java.util.List;

/** A firewall that people have, and what lets the others in. */
enum Firewall {
  UFW("ufw", List.of("sudo ufw allow {tcp}/tcp", "sudo ufw allow {udp}/udp")),
  FIREWALLD("firewalld", List.of("sudo firewall-cmd --add-port={tcp}/tcp --add-port={udp}/udp",
      "sudo firewall-cmd --runtime-to-permanent   (to keep it)")),
  NFTABLES("nftables", List.of("sudo nft insert rule inet filter input tcp dport {tcp} accept",
      "sudo nft insert rule inet filter input udp dport {udp} accept")),
  IPTABLES("iptables", List.of("sudo iptables -I INPUT -p tcp --dport {tcp} -j ACCEPT",
      "sudo iptables -I INPUT -p udp --dport {udp} -j ACCEPT")),
  // @formatter:off (it would join the lines of these texts)
  WINDOWS("Windows", List.of(
      "netsh advfirewall firewall add rule name=Cancha dir=in action=allow protocol=TCP localport={tcp}",
      "netsh advfirewall firewall add rule name=CanchaFind dir=in action=allow protocol=UDP localport={udp}")),
  MACOS("macOS", List.of("sudo /usr/libexec/ApplicationFirewall/socketfilterfw --add {java}",
      "sudo /usr/libexec/ApplicationFirewall/socketfilterfw --unblockapp {java}"));
  // @formatter:on

  private final String words;
  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> opening;

  Firewall(String words, List<String> opening) {
    this.words = words;
    this.opening = opening;
  }

  /** As people call it. */
  String words() {
    return words;
  }

  /** The commands that let others in: to the server's port, and to that of the beacon. */
  List<String> opening(int tcp, int udp, String java) {
    return opening.stream()
        .map(command -> command.replace("{tcp}", String.valueOf(tcp))
            .replace("{udp}", String.valueOf(udp))
            .replace("{java}", java))
        .toList();
  }
}
