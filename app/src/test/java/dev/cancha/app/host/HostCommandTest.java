package dev.cancha.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.discovery.Beacon;
import dev.cancha.common.discovery.DatagramCounts;
import dev.cancha.common.discovery.LinkKind;
import dev.cancha.server.ConfigError;
import dev.cancha.server.ServerConfig;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HostCommandTest {
  @TempDir
  Path folder;

  private final Set<Integer> taken = new TreeSet<>();
  private final List<ServerConfig> started = new ArrayList<>();
  private final List<Duration> drained = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final FakeNetworks networks = new FakeNetworks();
  private final List<DatagramCounts> watched = new ArrayList<>();
  private boolean drainsInTime = true;
  private int exitCode = -1;
  private @Nullable Guest guest;
  private int columns;

  @Test
  void aRoomIsOpenedAndItsCodeAndAddressesArePrinted() {
    assertThat(run("connectFour")).isZero();
    assertThat(out.toString().lines()).startsWith("Cancha is open on port 7777.",
        "Room KX3F is open for connectFour, and stays open.",
        "Others in the same network find it by themselves (./cancha find), and reach it at:",
        "  192.168.1.20:7777");
    assertThat(started).singleElement().isEqualTo(ServerConfig.packaged());
  }

  @Test
  void aTerminalThatIsWideEnoughShowsACodeOfTheRoomAndNothingElseDoes() {
    run("connectFour");
    assertThat(out.toString()).doesNotContain("▀", "\u001b", "scan this");
    columns = 30;
    run("connectFour");
    assertThat(out.toString()).doesNotContain("▀", "\u001b", "scan this");
    columns = 80;
    run("connectFour");
    assertThat(QrReader.ofTerminal(out.toString())).isEqualTo("http://192.168.1.20:7777/r/KX3F");
  }

  @Test
  void theDataDirectoryIsThatOfThePort() {
    run();
    assertThat(folder.resolve(".local/share/cancha/7777/token.key")).exists();
  }

  @Test
  void aStopDrainsTheServerGivesTheDirectoryFreeAndExitsWithZero() {
    run("--data", folder.resolve("data").toString());
    assertThat(exitCode).isZero();
    assertThat(drained).containsExactly(Duration.ofSeconds(5));
    DataDirectory.open(folder.resolve("data"), bytes -> Arrays.fill(bytes, (byte) 1)).close();
  }

  @Test
  void whoeverSitsAtTheTerminalMayPlayThere() {
    List<String> invited = new ArrayList<>();
    guest = (server, code, again) -> {
      invited.add(server + " " + code + (out.toString().contains("To join:") ? " once all is said" : ""));
      again.run();
    };
    run("connectFour");
    assertThat(invited).containsExactly("127.0.0.1:7777 KX3F once all is said");
    assertThat(out.toString().lines()).filteredOn("Cancha is open on port 7777."::equals).hasSize(2);
  }

  @Test
  void aServerThatDoesNotStopInTimeExitsWithOne() {
    drainsInTime = false;
    run();
    assertThat(exitCode).isOne();
  }

  @Test
  void theDefaultPortMovesOnAndSaysSo() {
    taken.addAll(List.of(7777, 7778));
    run();
    assertThat(out.toString().lines()).startsWith("Port 7777 is taken, so this is port 7779.",
        "Cancha is open on port 7779.");
    assertThat(folder.resolve(".local/share/cancha/7779/token.key")).exists();
  }

  @Test
  void theDefaultPortMovesOnFromADirectoryInUseToo() {
    try (DataDirectory _ = DataDirectory.open(folder.resolve(".local/share/cancha/7777"),
        bytes -> Arrays.fill(bytes, (byte) 1))) {
      run();
    }
    assertThat(out.toString()).contains("Port 7777 is taken, so this is port 7778.");
  }

  @Test
  void afterTenMorePortsItGivesUp() {
    for (int port = 7777; port <= 7787; port++) {
      taken.add(port);
    }
    assertThatThrownBy(this::run).isInstanceOf(HostError.class)
        .hasMessage("The ports 7777 to 7787 are all taken: give a free one with --port.");
  }

  @Test
  void anExplicitPortDoesNotMoveOn() {
    taken.add(7777);
    assertThatThrownBy(() -> run("--port", "7777")).isInstanceOf(HostError.class)
        .hasMessage("Port 7777 is taken by another program: stop it, or give another one with --port.");
    assertThat(run("--port", "7778")).isZero();
    assertThat(out.toString()).doesNotContain("is taken");
  }

  @Test
  void aPortFromTheSettingsDoesNotMoveOn() {
    taken.add(8000);
    assertThatThrownBy(() -> run("--set", "server.port=8000")).isInstanceOf(HostError.class)
        .hasMessageContaining("8000");
  }

  @Test
  void anExplicitDirectoryInUseIsRefused() {
    Path data = folder.resolve("data");
    try (DataDirectory _ = DataDirectory.open(data, bytes -> Arrays.fill(bytes, (byte) 1))) {
      assertThatThrownBy(() -> run("--data", data.toString())).isInstanceOf(HostError.class)
          .hasMessageContaining("Another server runs in the data directory " + data);
    }
  }

  @Test
  void settingsComeFromTheFileAndSetAndThePortOptionWins() throws Exception {
    Path file = Files.writeString(folder.resolve("my.conf"), "server { name = Liceo, port = 1000 }");
    run("--config", file.toString(), "--set", "lobby.maxRooms=5", "--port", "2000");
    assertThat(started).singleElement().satisfies(config -> {
      assertThat(config.server().name()).isEqualTo("Liceo");
      assertThat(config.server().port()).isEqualTo(2000);
      assertThat(config.lobby().maxRooms()).isEqualTo(5);
    });
  }

  @Test
  void aWrongSettingStartsNothing() {
    assertThatThrownBy(() -> run("--set", "server.nam=x")).isInstanceOf(ConfigError.class)
        .hasMessageContaining("did you mean server.name?");
    assertThatThrownBy(() -> run("--port", "70000")).isInstanceOf(ConfigError.class);
    assertThat(started).isEmpty();
  }

  @Test
  void anUnknownGameStopsTheServerAgain() {
    assertThatThrownBy(() -> run("noSuchGame")).isInstanceOf(HostError.class);
    assertThat(drained).hasSize(1);
    DataDirectory.open(folder.resolve(".local/share/cancha/7777"), bytes -> Arrays.fill(bytes, (byte) 1))
        .close();
  }

  @Test
  void aServerThatCannotStartGivesTheDirectoryFree() {
    taken.add(7777);
    assertThatThrownBy(() -> run("--port", "7777")).isInstanceOf(HostError.class);
    DataDirectory.open(folder.resolve(".local/share/cancha/7777"), bytes -> Arrays.fill(bytes, (byte) 1))
        .close();
  }

  @Test
  void theServerIsAnnouncedWhereItAnswersUntilItStops() {
    run();
    assertThat(networks.announced).singleElement().satisfies(subject -> {
      assertThat(subject.beacon().get().id()).isEqualTo("0101010101010101");
      assertThat(subject.links().get()).isEqualTo(networks.links);
      assertThat(subject.ipv6()).isFalse();
      assertThat(subject.settings().interval()).isEqualTo(Duration.ofSeconds(4));
    });
    assertThat(watched).containsExactly(new DatagramCounts(1, 2, 3, 4));
    assertThat(networks.closed).isOne();
  }

  @Test
  void aServerOnOneAddressIsAnnouncedOnThatInterfaceAlone() {
    networks.links.add(FakeNetworks.link("eth0", LinkKind.NETWORK, "10.0.0.5"));
    run("--set", "server.bind=10.0.0.5");
    assertThat(networks.announced.getFirst().links().get()).containsExactly(networks.links.get(1));
  }

  @Test
  void aServerOfThisMachineAloneAndOneThatIsToBeSilentAreAnnouncedToNobody() {
    for (String bind : List.of("127.0.0.1", "127.0.0.9", "localhost", "::1")) {
      run("--set", "server.bind=" + bind);
    }
    run("--no-announce");
    run("--set", "discovery.enabled=false");
    assertThat(networks.announced).isEmpty();
    assertThat(watched).isEmpty();
    assertThat(out.toString()).doesNotContain("find it by themselves");
  }

  @Test
  void aServerThatDoesNotAnswerAtItsOwnAddressIsToldWithWhatOpensIt() {
    networks.silent.add("192.168.1.20:7777");
    run();
    assertThat(out.toString().lines()).containsSubsequence(
        "  ws://192.168.1.20:7777/ws for a program that speaks WebSocket",
        "It does not answer at 192.168.1.20:7777 itself, so others cannot join there: a firewall, most likely.",
        "  sudo ufw allow 7777/tcp");
  }

  @Test
  void aFirewallThatIsOnIsToldOfEvenWhereTheServerAnswersItself() {
    networks.firewalls = new Firewalls(List.of(Firewall.FIREWALLD), List.of());
    run("--port", "8000");
    assertThat(out.toString().lines()).containsSubsequence("If others cannot join, this opens firewalld:",
        "  sudo firewall-cmd --add-port=8000/tcp --add-port=7777/udp");
  }

  private int run(String... args) {
    var machine = new HostCommand.Machine(this::start, bytes -> Arrays.fill(bytes, (byte) 1), Map.of(),
        folder.toString(), networks, (stopping, meanwhile) -> {
          meanwhile.run();
          exitCode = stopping.stop();
        }, guest, () -> columns);
    var line = new CommandLine(new HostCommand(machine)).setOut(new PrintWriter(out));
    line.parseArgs(args);
    try {
      return ((HostCommand) line.getCommand()).call();
    } finally {
      line.getOut().flush();
    }
  }

  private ServerLauncher.Running start(ServerConfig config, DataDirectory data) {
    assertThat(data.tokenKey()).hasSize(DataDirectory.KEY_BYTES);
    if (taken.contains(config.server().port())) {
      throw new ServerLauncher.PortTaken(config.server().port(), new IllegalStateException());
    }
    started.add(config);
    return new Fake(config.server().port());
  }

  private final class Fake implements ServerLauncher.Running {
    private final int port;

    Fake(int port) {
      this.port = port;
    }

    @Override
    public int port() {
      return port;
    }

    @Override
    public String openRoom(String game) {
      if (game.equals("noSuchGame")) {
        throw new HostError("There is no game noSuchGame here.");
      }
      return "KX3F";
    }

    @Override
    public Beacon beacon(String id) {
      return new Beacon(id, "Liceo 7", "0.1.0", 1, port, new TreeMap<>(), List.of(), 0);
    }

    @Override
    public void watch(Supplier<DatagramCounts> counts) {
      watched.add(counts.get());
    }

    @Override
    public boolean drain(Duration most) {
      drained.add(most);
      return drainsInTime;
    }
  }
}
