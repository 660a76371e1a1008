package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real commands on several machines, each a network namespace. Each search listens for 6 s, so some run at once. */
@Timeout(value = 4, unit = TimeUnit.MINUTES) // each starts several JVMs one after the other
@Tag("alone")
class LanIT {
  private static final int MDNS_SEARCHES = 4;
  /** Of 21 of one's own some meet a full column. */
  private static final int MOST_DROPS = 200;

  @TempDir
  Path folder;

  @BeforeAll
  static void needsNamespaces() throws Exception {
    Lan.needsNamespaces();
  }

  @Test
  void aServerIsFoundAndJoinedFromEachOfItsNetworksWhateverBecomesOfTheOther() throws Exception {
    try (Lan lan = Lan.of(2)) {
      Lan.Machine server = lan.machine("a").in(1, 1).in(2, 1);
      Lan.Machine ana = lan.machine("b").in(1, 2);
      Lan.Machine beto = lan.machine("c").in(2, 2);
      try (CanchaProcess host = host(server, "connectFour", "--set", "server.name=Liceo 7")) {
        String code = host.code();
        assertThat(host.out()).contains("find it by themselves", "  10.77.1.1:7777\n", "  10.77.2.1:7777\n");
        try (CanchaProcess one = find(ana); CanchaProcess two = find(beto)) {
          assertThat(found(one)).containsExactly("Liceo 7 at 10.77.1.1:7777 with [" + code + "]");
          assertThat(found(two)).containsExactly("Liceo 7 at 10.77.2.1:7777 with [" + code + "]");
        }
        server.down(1);
        try (CanchaProcess one = find(ana);
            CanchaProcess two = find(beto);
            CanchaProcess joined = on(beto, "/ready\n", "join", "10.77.2.1", code, "--name", "Beto")) {
          assertThat(found(two)).containsExactly("Liceo 7 at 10.77.2.1:7777 with [" + code + "]");
          assertThat(found(one)).isEmpty();
          assertThat(one.exitCode()).isOne();
          joined.says("You are ready");
        }
        server.up(1);
        try (CanchaProcess one = find(ana)) {
          assertThat(found(one)).containsExactly("Liceo 7 at 10.77.1.1:7777 with [" + code + "]");
        }
      }
    }
  }

  @Test
  void eitherMulticastOrBroadcastIsEnoughAndAScanNeedsNeither() throws Exception {
    try (Lan lan = Lan.of(1)) {
      Lan.Machine seeker = lan.machine("a").in(1, 1);
      Lan.Machine unicast = lan.machine("b").in(1, 2);
      Lan.Machine broadcast = lan.machine("c").in(1, 3).without("mcast", 1);
      Lan.Machine multicast = lan.machine("d").in(1, 4).without("bcast", 1);
      Lan.Machine neither = lan.machine("e").in(1, 5).without("mcast", 1).without("bcast", 1);
      for (Lan.Machine asker : List.of(seeker, unicast)) {
        asker.knows(multicast, 1, 4).knows(neither, 1, 5);
      }
      try (CanchaProcess _ = quietHost(broadcast, "Broadcast");
          CanchaProcess _ = quietHost(multicast, "Multicast");
          CanchaProcess _ = quietHost(neither, "Neither");
          CanchaProcess asked = find(seeker);
          CanchaProcess scanned = find(unicast, "--scan")) {
        assertThat(found(asked)).containsExactlyInAnyOrder("Broadcast at 10.77.1.3:7777 with []",
            "Multicast at 10.77.1.4:7777 with []");
        assertThat(found(scanned)).containsExactlyInAnyOrder("Broadcast at 10.77.1.3:7777 with []",
            "Multicast at 10.77.1.4:7777 with []", "Neither at 10.77.1.5:7777 with []");
      }
    }
  }

  @Test
  void withoutTheBeaconMdnsFindsTheServerAlone() throws Exception {
    try (Lan lan = Lan.of(1)) {
      Lan.Machine server = lan.machine("a").in(1, 1);
      Lan.Machine ana = lan.machine("b").in(1, 2);
      try (CanchaProcess _ = on(server, UdpPortHolder.class);
          CanchaProcess host = host(server, "connectFour")) {
        host.says("UDP port 7777 cannot be opened");
        List<String> found = List.of();
        // JmDNS probes and answers by its own clock: on a machine with other work one search may end before it
        for (int searches = 0; searches < MDNS_SEARCHES && found.isEmpty(); searches++) {
          try (CanchaProcess find = find(ana)) {
            found = found(find);
          }
        }
        assertThat(found).containsExactly("Cancha at 10.77.1.1:7777 with [" + host.code() + "]");
      }
    }
  }

  @Test
  void twoServersOnAMachineInNoNetworkAreFoundThere() throws Exception {
    try (Lan lan = Lan.of(0)) {
      Lan.Machine alone = lan.machine("a");
      Lan.Machine other = lan.machine("b");
      try (CanchaProcess first = host(alone, "--set", "server.name=One");
          CanchaProcess second = host(alone, "--set", "server.name=Two");
          CanchaProcess find = find(alone);
          CanchaProcess nothing = on(other, "", "find")) {
        assertThat(first.out()).contains("is it in a network?");
        assertThat(found(find)).containsExactlyInAnyOrder("One at 127.0.0.1:" + first.port() + " with []",
            "Two at 127.0.0.1:" + second.port() + " with []");
        assertThat(nothing.exitCode()).isOne();
        assertThat(nothing.out()).endsWith(
            "No server was found on this machine, and it is in no network just now.\n");
      }
    }
  }

  /** The terminal finds the server by itself; whoever is in turn there drops a disc, somewhere. */
  @Test
  void aTerminalPlaysThePythonClientFromAnotherMachine() throws Exception {
    TmuxTerminal.needsTmux();
    PlayScript.needsPython();
    try (Lan lan = Lan.of(1)) {
      Lan.Machine server = lan.machine("a").in(1, 1);
      Lan.Machine ana = lan.machine("b").in(1, 2);
      Lan.Machine beto = lan.machine("c").in(1, 3);
      List<String> join = CanchaProcess.command(folder, new CanchaProcess.Jvm(ana.prefix(), List.of()),
          "join",
          "--name", "Ana");
      try (CanchaProcess host = host(server, "connectFour");
          PlayScript script = PlayScript.start(folder, new PlayScript.Place(beto.prefix(), "10.77.1.1:7777"),
              host.code(), "Beto");
          TmuxTerminal terminal = TmuxTerminal.start(folder, "TERM=xterm", join)) {
        terminal.sees("10\\.77\\.1\\.1").press("Enter").sees("Connect Four").press("Enter");
        terminal.sees("r ready").press("r").sees("▸ [●○] (Ana|Beto)");
        for (int drops = 0; drops < MOST_DROPS && !terminal.shows("The match is over"); drops++) {
          terminal.sees("▸ [●○] Ana|The match is over").press(String.valueOf(1 + drops % 7), "Enter");
        }
        terminal.sees("The match is over");
        assertThat(script.result().has("ranks")).isTrue();
      }
    }
  }

  private CanchaProcess host(Lan.Machine machine, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("host"));
    arguments.addAll(List.of(more));
    CanchaProcess host = on(machine, "", arguments.toArray(String[]::new));
    host.says("for a program that speaks WebSocket");
    return host;
  }

  /** One that only answers: it announces nothing within the test. */
  private CanchaProcess quietHost(Lan.Machine machine, String name) throws IOException {
    return host(machine, "--set", "server.name=" + name, "--set", "discovery.interval=10 min", "--set",
        "discovery.mdns=false");
  }

  private CanchaProcess find(Lan.Machine machine, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("find", "--json"));
    arguments.addAll(List.of(more));
    return on(machine, "", arguments.toArray(String[]::new));
  }

  /** Each machine has a home of its own. */
  private CanchaProcess on(Lan.Machine machine, String input, String... arguments) throws IOException {
    Path home = folder.resolve(machine.name());
    home.toFile().mkdirs();
    return CanchaProcess.start(home, input, new CanchaProcess.Jvm(machine.prefix(), List.of()), arguments);
  }

  private CanchaProcess on(Lan.Machine machine, Class<?> main) throws IOException {
    CanchaProcess process = CanchaProcess.startMain(folder, main, machine.prefix());
    process.says("ready");
    return process;
  }

  /** Waits for the end of a search; each server that answers as NAME at ADDRESS with [CODES]. */
  private static List<String> found(CanchaProcess find) throws InterruptedException {
    find.exitCode();
    List<String> found = new ArrayList<>();
    // the tests' own configuration logs to the same place
    String line = find.out().lines().filter(text -> text.startsWith("{")).findFirst().orElseThrow();
    for (JsonNode server : JsonMapper.shared().readTree(line).get("servers")) {
      if (server.get("reachable").asBoolean()) {
        List<String> codes = new ArrayList<>();
        server.get("rooms").forEach(room -> codes.add(room.get("code").asString()));
        found.add(server.get("name").asString() + " at " + server.get("host").asString() + ":"
            + server.get("port").asInt() + " with " + codes);
      }
    }
    return found;
  }
}
