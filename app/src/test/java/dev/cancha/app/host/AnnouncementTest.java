package dev.cancha.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.discovery.LinkKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncementTest {
  private static final Announcement.OpenRoom ROOM = new Announcement.OpenRoom("connectFour", "KX3F");

  @Test
  void aRoomAndEveryAddressAreTold() {
    assertThat(new Announcement(List.of(network("192.168.1.20"), network("[2001:db8::7]"),
        new HostAddress("10.8.0.2", LinkKind.VPN, "tun0")), false, true, 7777, ROOM).lines()).containsExactly(
            "Cancha is open on port 7777.",
            "Room KX3F is open for connectFour, and stays open.",
            "Others in the same network find it by themselves (./cancha find), and reach it at:",
            "  192.168.1.20:7777",
            "  [2001:db8::7]:7777",
            "  10.8.0.2:7777   (VPN, tun0)",
            "To join:",
            "  http://192.168.1.20:7777/r/KX3F in a browser",
            "  ./cancha join 192.168.1.20:7777 KX3F",
            "  python3 docs/examples/play.py 192.168.1.20:7777 KX3F",
            "  ws://192.168.1.20:7777/ws for a program that speaks WebSocket");
  }

  @Test
  void withoutAGameThereIsNoCodeAndWhoIsNotAnnouncedIsNotFound() {
    assertThat(new Announcement(List.of(network("10.0.0.5")), false, false, 8000, null).lines())
        .containsExactly(
            "Cancha is open on port 8000.",
            "Others reach it at:",
            "  10.0.0.5:8000",
            "To join:",
            "  http://10.0.0.5:8000/ in a browser",
            "  ./cancha join 10.0.0.5:8000",
            "  python3 docs/examples/play.py 10.0.0.5:8000 connectFour",
            "  ws://10.0.0.5:8000/ws for a program that speaks WebSocket");
  }

  @Test
  void withoutANetworkThatIsSaidAndThisMachineIsLeft() {
    assertThat(new Announcement(List.of(), false, true, 7777, null).lines()).contains(
        "No network address was found at which other machines reach this one: is it in a network?",
        "On this machine:", "  http://127.0.0.1:7777/ in a browser", "  ./cancha join 127.0.0.1:7777");
  }

  @Test
  void aServerOfThisMachineAloneSaysSo() {
    assertThat(new Announcement(List.of(), true, false, 7777, null).lines()).startsWith(
        "Cancha is open on port 7777.", "Only this machine reaches it, as server.bind says.",
        "On this machine:", "  http://127.0.0.1:7777/ in a browser", "  ./cancha join 127.0.0.1:7777");
  }

  private static HostAddress network(String text) {
    return new HostAddress(text, LinkKind.NETWORK, "wlan0");
  }
}
