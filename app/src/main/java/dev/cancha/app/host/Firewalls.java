package dev.cancha.app.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The firewalls of a machine.
 *
 * @param on those that are known to be on
 * @param likely those that it may have, where none is known to be on
 */
public record Firewalls(List<Firewall> on, List<Firewall> likely) {
  /** Systemd has one of these for each unit that is on; anyone may look. */
  private static final String UNIT = "run/systemd/units/invocation:";

  public Firewalls {
    on = List.copyOf(on);
    likely = List.copyOf(likely);
  }

  /**
   * Looks for those of the system {@code os} whose files are below {@code root}. Their rules are readable by the
   * administrator alone, but whether they are on can be seen.
   */
  public static Firewalls look(String os, Path root) {
    String lower = os.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return new Firewalls(List.of(Firewall.WINDOWS), List.of());
    }
    if (lower.startsWith("mac")) {
      return new Firewalls(List.of(), List.of(Firewall.MACOS));
    }
    List<Firewall> on = new ArrayList<>();
    if (says(root.resolve("etc/ufw/ufw.conf"), "ENABLED=yes")) {
      on.add(Firewall.UFW);
    }
    if (Files.exists(root.resolve(UNIT + "firewalld.service"))
        || Files.exists(root.resolve("run/firewalld.pid"))) {
      on.add(Firewall.FIREWALLD);
    }
    if (on.isEmpty() && Files.exists(root.resolve(UNIT + "nftables.service"))) {
      on.add(Firewall.NFTABLES);
    }
    if (on.isEmpty() && (Files.exists(root.resolve(UNIT + "iptables.service"))
        || Files.exists(root.resolve(UNIT + "netfilter-persistent.service")))) {
      on.add(Firewall.IPTABLES);
    }
    return new Firewalls(on, List.of(Firewall.UFW, Firewall.FIREWALLD, Firewall.NFTABLES));
  }

  private static boolean says(Path file, String line) {
    try {
      return Files.readAllLines(file).stream().anyMatch(text -> text.strip().equalsIgnoreCase(line));
    } catch (IOException e) {
      return false;
    }
  }

  /** What to say of a server that does not answer at {@code address}, which is its own. */
  List<String> closed(String address, Openings openings) {
    List<String> lines = new ArrayList<>();
    lines.add("It does not answer at " + address
        + " itself, so others cannot join there: a firewall, most likely.");
    lines.addAll(commands(on.isEmpty() ? likely : on, openings, on.isEmpty()
        ? "What would open it, if it is"
        : "What opens"));
    return lines;
  }

  /**
   * What to say of a server that answers itself: what this machine sends to itself passes most firewalls, so one that
   * is on may still keep others out. Nothing, where none is known to be.
   */
  List<String> on(Openings openings) {
    return commands(on, openings, "If others cannot join, this opens");
  }

  private static List<String> commands(List<Firewall> firewalls, Openings openings, String words) {
    List<String> lines = new ArrayList<>();
    for (Firewall firewall : firewalls) {
      lines.add(words + " " + firewall.words() + ":");
      firewall.opening(openings.tcp(), openings.udp(), openings.java())
          .forEach(command -> lines.add("  " + command));
    }
    return lines;
  }

  /** What has to be let in: two ports, to the program {@code java}. */
  record Openings(int tcp, int udp, String java) {}
}
