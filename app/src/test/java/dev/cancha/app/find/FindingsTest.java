package dev.cancha.app.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.app.find.FoundServer.Reach;
import dev.cancha.common.discovery.Beacon;
import dev.cancha.common.message.Phase;
import dev.cancha.common.message.ServerMessage.RoomEntry;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final String ID = "0123456789abcdef";

  private final Findings findings = new Findings();

  @Test
  void whatIsHeardOfOneServerOnSeveralInterfacesIsOneServerWithIPv4FirstAndThisMachineLast() {
    findings.heard("127.0.0.1", beacon(0));
    findings.heard("fe80::1%2", beacon(0));
    findings.heard("2001:db8::1", beacon(0));
    FoundServer server = findings.heard("10.77.1.1", beacon(0)).server();
    assertThat(server.hosts()).containsExactly("10.77.1.1", "2001:db8::1", "fe80::1%2", "127.0.0.1");
    assertThat(server.address()).isEqualTo("10.77.1.1:7777");
    assertThat(server.reach()).isEqualTo(Reach.UNKNOWN);
    assertThat(server.room("kx3f")).isPresent();
  }

  @Test
  void theAddressAtWhichItAnsweredIsTheBest() {
    findings.heard("10.77.1.1", beacon(0));
    Finding finding = findings.heard("10.77.2.1", beacon(0));
    finding.reached("10.77.2.1", called());
    assertThat(finding.server().hosts()).containsExactly("10.77.2.1", "10.77.1.1");
    findings.heard("10.77.0.9", beacon(0));
    assertThat(finding.server().host()).isEqualTo("10.77.2.1");
  }

  @Test
  void twoServersOnOneMachineAreTwo() {
    Finding one = findings.heard("10.77.1.1", beacon(0));
    Finding two = findings.heard("10.77.1.1", Notice.of(beacon("00000000000000ff", 7778, 0)));
    assertThat(one).isNotSameAs(two);
  }

  @Test
  void aServerThatAScanFoundIsTheSameWhenItsBeaconIsHeard() {
    Finding scanned = findings.heard("10.77.1.1", called());
    assertThat(findings.heard("10.77.1.1", beacon(0))).isSameAs(scanned);
    assertThat(findings.heard("10.77.2.1", beacon(0))).isSameAs(scanned);
    assertThat(scanned.server().id()).isEqualTo("10.77.1.1:7777");
  }

  @Test
  void aBeaconWithoutAllRoomsIsWorthACallAndDoesNotTakeBackWhatTheCallTold() {
    Finding finding = findings.heard("10.77.1.1", beacon(3));
    assertThat(finding.worthACall()).isTrue();
    finding.reached("10.77.1.1", called());
    assertThat(finding.worthACall()).isFalse();
    assertThat(finding.server().rooms()).extracting(FoundRoom::code).containsExactly("KX3F", "AB2C");
    findings.heard("10.77.1.1", beacon(3));
    assertThat(finding.worthACall()).as("no room that is not known").isFalse();
    assertThat(finding.server().rooms()).hasSize(2);
    findings.heard("10.77.1.1", beacon(0));
    assertThat(finding.server().rooms()).as("all that there are now").hasSize(1);
  }

  @Test
  void mdnsTellsOfNoRoomsAndTakesNoneBack() {
    Finding finding = findings.heard("10.77.1.1", beacon(0));
    findings.heard("10.77.1.1", new Notice(ID, "Liceo 7", 7777, "0.1.0", null, null));
    assertThat(finding.server().rooms()).hasSize(1);
    assertThat(finding.server().games()).containsExactly("connectFour");
  }

  @Test
  void whoForgesBeaconsFillsNoMoreThanTheTable() {
    for (int i = 0; i < Findings.MAX_SERVERS; i++) {
      assertThat(findings.heard("10.77.1.1", Notice.of(beacon("%016x".formatted(i), 1_000 + i, 0))))
          .isNotNull();
    }
    assertThat(findings.heard("10.77.1.1", Notice.of(beacon("ffffffffffffffff", 9_999, 0)))).isNull();
    for (int i = 0; i < 100; i++) {
      findings.heard("10.77.3." + i, Notice.of(beacon("%016x".formatted(5), 1_005, 0)));
    }
    assertThat(findings.heard("10.77.1.1", Notice.of(beacon("%016x".formatted(5), 1_005, 0))).hosts())
        .hasSize(8);
  }

  @Test
  void roomsThatAServerMakesUpAreLeftOut() {
    assertThat(Notice.rooms(List.of(entry("KX3F", 2, 1), entry("\u001b[2J", 2, 1), entry("KX3F8888", 2, 1),
        entry("AB2C", 2, 3))).rooms()).extracting(FoundRoom::code).containsExactly("KX3F");
  }

  private static Notice beacon(int more) {
    return Notice.of(beacon(ID, 7777, more));
  }

  private static Beacon beacon(String id, int port, int more) {
    TreeMap<String, String> games = new TreeMap<>();
    games.put("connectFour", "1");
    return new Beacon(id, "Liceo 7", "0.1.0", 1, port, games,
        List.of(new Beacon.Room("KX3F", "connectFour", Phase.LOBBY, 2, 1, false)), more);
  }

  private static Notice called() {
    return new Notice(null, "Liceo 7", 7777, "0.1.0", List.of("connectFour"),
        Notice.rooms(List.of(entry("KX3F", 2, 1), entry("AB2C", 2, 0))));
  }

  private static RoomEntry entry(String code, int seats, int taken) {
    return new RoomEntry(code, "connectFour", Phase.LOBBY, seats, taken, 0, false);
  }
}
