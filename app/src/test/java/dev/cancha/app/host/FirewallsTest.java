package dev.cancha.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirewallsTest {
  private static final Firewalls.Openings PORTS = new Firewalls.Openings(8000, 7777, "/opt/jdk/bin/java");

  @TempDir
  Path root;

  @Test
  void aFirewallThatIsOnIsSeenByWhatAnyoneMayRead() throws IOException {
    assertThat(linux().on()).isEmpty();
    file("etc/ufw/ufw.conf", "# comment\nENABLED=yes\n");
    assertThat(linux().on()).containsExactly(Firewall.UFW);
    file("run/systemd/units/invocation:firewalld.service", "");
    assertThat(linux().on()).containsExactly(Firewall.UFW, Firewall.FIREWALLD);
  }

  @Test
  void aFirewallThatIsOffIsNotNamed() throws IOException {
    file("etc/ufw/ufw.conf", "ENABLED=no\n");
    assertThat(linux().on()).isEmpty();
    assertThat(linux().on(PORTS)).isEmpty();
  }

  @Test
  void whatLiesBelowTheOthersIsNamedWhereNoneOfThemIsOn() throws IOException {
    file("run/systemd/units/invocation:nftables.service", "");
    assertThat(linux().on()).containsExactly(Firewall.NFTABLES);
    file("etc/ufw/ufw.conf", "ENABLED=yes\n");
    assertThat(linux().on()).containsExactly(Firewall.UFW);
  }

  @Test
  void aServerThatDoesNotAnswerItselfIsToldWithTheCommandsOfTheFirewallThatIsOn() throws IOException {
    file("run/firewalld.pid", "1");
    assertThat(linux().closed("10.0.0.5:8000", PORTS)).containsExactly(
        "It does not answer at 10.0.0.5:8000 itself, so others cannot join there: a firewall, most likely.",
        "What opens firewalld:",
        "  sudo firewall-cmd --add-port=8000/tcp --add-port=7777/udp",
        "  sudo firewall-cmd --runtime-to-permanent   (to keep it)");
  }

  @Test
  void whereNoneIsKnownToBeOnTheLikelyOnesAreNamed() {
    assertThat(linux().closed("10.0.0.5:8000", PORTS)).contains("What would open it, if it is ufw:",
        "  sudo ufw allow 8000/tcp", "What would open it, if it is nftables:",
        "  sudo nft insert rule inet filter input udp dport 7777 accept");
  }

  @Test
  void everySystemHasItsOwn() {
    assertThat(Firewalls.look("Windows 11", root).on(PORTS)).contains(
        "  netsh advfirewall firewall add rule name=Cancha dir=in action=allow protocol=TCP localport=8000");
    assertThat(Firewalls.look("Mac OS X", root).closed("10.0.0.5:8000", PORTS))
        .contains("  sudo /usr/libexec/ApplicationFirewall/socketfilterfw --add /opt/jdk/bin/java");
    assertThat(Firewall.IPTABLES.opening(8000, 7777, "")).containsExactly(
        "sudo iptables -I INPUT -p tcp --dport 8000 -j ACCEPT",
        "sudo iptables -I INPUT -p udp --dport 7777 -j ACCEPT");
  }

  private Firewalls linux() {
    return Firewalls.look("Linux", root);
  }

  private void file(String path, String text) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);
  }
}
