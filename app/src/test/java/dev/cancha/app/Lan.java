package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Machines in networks of their own, made of the kernel's network namespaces: what they broadcast reaches nobody but
 * each other. A machine has an interface for each network that it is put in, {@code eth1} in the network 10.77.1.0/24
 * and so on, and they are wired to one switch for each network. All is gone when this is closed.
 */
final class Lan implements AutoCloseable {
  private static final String OURS = "cancha" + ProcessHandle.current().pid();
  private static final String SWITCH = OURS + "-switch";

  private final List<String> namespaces = new ArrayList<>();

  private Lan() {}

  /** Skips the test, with the reason, where namespaces cannot be made; in the project's own builds they can. */
  static void needsNamespaces() throws IOException, InterruptedException {
    boolean possible = false;
    try {
      String probe = OURS + "-probe";
      possible = run("ip", "netns", "add", probe).isEmpty() && run("ip", "netns", "delete", probe).isEmpty();
    } catch (IOException e) {
      // there is no ip
    }
    String wanted = "ip, and the right to make network namespaces, for tests of networks with several machines";
    if ("true".equals(System.getenv("CI"))) {
      assertThat(possible).as(wanted).isTrue();
    }
    assumeThat(possible).as(wanted).isTrue();
  }

  /** The switches of the networks {@code 1} to {@code networks}, without any machine. */
  static Lan of(int networks) throws IOException, InterruptedException {
    Lan lan = new Lan();
    lan.namespace(SWITCH);
    for (int network = 1; network <= networks; network++) {
      ip("-n", SWITCH, "link", "add", "switch" + network, "type", "bridge");
      ip("-n", SWITCH, "link", "set", "switch" + network, "up");
    }
    return lan;
  }

  /** Adds the machine {@code name}, in no network but its own loopback. */
  Machine machine(String name) throws IOException, InterruptedException {
    namespace(OURS + "-" + name);
    return new Machine(name);
  }

  private void namespace(String name) throws IOException, InterruptedException {
    ip("netns", "add", name);
    namespaces.add(name);
    ip("-n", name, "link", "set", "lo", "up");
  }

  /** A machine. */
  record Machine(String name) {
    private String namespace() {
      return OURS + "-" + name;
    }

    private String port(int network) {
      return name + network;
    }

    /** Puts it in {@code network} as 10.77.NETWORK.NUMBER. */
    Machine in(int network, int number) throws IOException, InterruptedException {
      ip("-n", SWITCH, "link", "add", port(network), "type", "veth", "peer", "name", "eth" + network, "netns",
          namespace());
      ip("-n", SWITCH, "link", "set", port(network), "master", "switch" + network, "up");
      ip("-n", namespace(), "address", "add", "10.77." + network + "." + number + "/24", "broadcast", "+",
          "dev",
          "eth" + network);
      return up(network);
    }

    Machine up(int network) throws IOException, InterruptedException {
      ip("-n", namespace(), "link", "set", "eth" + network, "up");
      return this;
    }

    Machine down(int network) throws IOException, InterruptedException {
      ip("-n", namespace(), "link", "set", "eth" + network, "down");
      return this;
    }

    /** The switch of {@code network} passes to it nothing of {@code kind}: {@code mcast} or {@code bcast}. */
    Machine without(String kind, int network) throws IOException, InterruptedException {
      ip("-n", SWITCH, "link", "set", port(network), "type", "bridge_slave", kind + "_flood", "off");
      return this;
    }

    /**
     * Knows the hardware address of {@code other} in {@code network}, as it would have asked by broadcast.
     */
    Machine knows(Machine other, int network, int number) throws IOException, InterruptedException {
      String hardware = run("ip", "netns", "exec", other.namespace(), "cat",
          "/sys/class/net/eth" + network + "/address").strip();
      ip("-n", namespace(), "neighbour", "replace", "10.77." + network + "." + number, "lladdr", hardware,
          "dev",
          "eth" + network, "nud", "permanent");
      return this;
    }

    /** Runs a command on it. */
    void does(String... command) throws IOException, InterruptedException {
      List<String> all = new ArrayList<>(prefix());
      all.addAll(List.of(command));
      assertThat(run(all.toArray(String[]::new))).as(String.join(" ", command)).isEmpty();
    }

    /** What stands in front of a command that is to run on it; the process is the command's own. */
    List<String> prefix() {
      return List.of("ip", "netns", "exec", namespace());
    }
  }

  private static void ip(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(arguments));
    assertThat(run(command.toArray(String[]::new))).as(String.join(" ", command)).isEmpty();
  }

  /** What it printed, which of ip is nothing where all went well. */
  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).as(String.join(" ", command)).isTrue();
    return said;
  }

  @Override
  public void close() throws IOException {
    try {
      for (String namespace : namespaces) {
        ip("netns", "delete", namespace);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
