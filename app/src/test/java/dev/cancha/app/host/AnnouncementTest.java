package dev.cancha.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncementTest {
  @Test
  void aRoomAndEveryAddressAreTold() {
    assertThat(
        new Announcement(List.of("192.168.1.20", "[2001:db8::7]"), false, 7777, "connectFour", "KX3F")
            .lines())
        .containsExactly(
            "Cancha is open on port 7777.",
            "Room KX3F is open for connectFour, and stays open.",
            "Others reach it at 192.168.1.20:7777, [2001:db8::7]:7777.",
            "To join:",
            "  ./cancha join 192.168.1.20:7777 KX3F",
            "  python3 docs/examples/play.py 192.168.1.20:7777 KX3F",
            "  ws://192.168.1.20:7777/ws for a program that speaks WebSocket");
  }

  @Test
  void withoutAGameThereIsNoCode() {
    assertThat(new Announcement(List.of("10.0.0.5"), false, 8000, null, null).lines()).containsExactly(
        "Cancha is open on port 8000.",
        "Others reach it at 10.0.0.5:8000.",
        "To join:",
        "  ./cancha join 10.0.0.5:8000",
        "  python3 docs/examples/play.py 10.0.0.5:8000 connectFour",
        "  ws://10.0.0.5:8000/ws for a program that speaks WebSocket");
  }

  @Test
  void withoutANetworkThatIsSaidAndThisMachineIsLeft() {
    assertThat(new Announcement(List.of(), false, 7777, null, null).lines()).contains(
        "No network address was found at which other machines reach this one: is it in a network?",
        "On this machine:", "  ./cancha join 127.0.0.1:7777");
  }

  @Test
  void aServerOfThisMachineAloneSaysSo() {
    assertThat(new Announcement(List.of(), true, 7777, null, null).lines()).startsWith(
        "Cancha is open on port 7777.", "Only this machine reaches it, as server.bind says.",
        "On this machine:", "  ./cancha join 127.0.0.1:7777");
  }
}
