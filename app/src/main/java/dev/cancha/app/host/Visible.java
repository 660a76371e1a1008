package dev.cancha.app.host;

import dev.cancha.common.discovery.NetworkLink;
import dev.cancha.common.message.Protocol;
import dev.cancha.server.ServerConfig;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a running server is for others, and how they find it.
 *
 * @param bind what the server listens on, or null where its name leads nowhere for us; then nothing is said of
 * addresses
 * @param networks that this machine is in
 * @param presence by which others find the server, or null where they do not
 */
record Visible(@Nullable InetAddress bind, Networks networks, Networks.@Nullable Presence presence) {
  /** A machine with more addresses has them for other purposes, and each may take a second. */
  private static final int TRIED = 4;

  /** Announces {@code server} as {@code id}, if it is to be found: never one that this machine alone reaches. */
  static Visible begin(ServerConfig settings, ServerLauncher.Running server, Networks networks, String id) {
    InetAddress bind = resolved(settings.server().bind());
    if (bind == null || bind.isLoopbackAddress() || !settings.discovery().enabled()) {
      return new Visible(bind, networks, null);
    }
    Networks.Presence presence = networks.announce(new Networks.Subject(() -> server.beacon(id),
        () -> HostAddress.serving(bind, networks.links()), bind instanceof Inet6Address,
        settings.discovery()));
    server.watch(presence::counts);
    return new Visible(bind, networks, presence);
  }

  private static @Nullable InetAddress resolved(String bind) {
    try {
      return InetAddress.getByName(bind);
    } catch (UnknownHostException e) {
      return null; // a server that listens there knows more than this
    }
  }

  private List<HostAddress> addresses() {
    List<NetworkLink> links = networks.links();
    return bind == null ? List.of() : HostAddress.of(bind, links);
  }

  Announcement announcement(int port, Announcement.@Nullable OpenRoom room) {
    return new Announcement(addresses(), bind != null && bind.isLoopbackAddress(), presence != null, port,
        room);
  }

  /** Tries the server at its own addresses; says what keeps others out, or may. */
  List<String> warnings(int port) {
    List<HostAddress> addresses = addresses();
    if (addresses.isEmpty()) {
      return List.of();
    }
    Firewalls firewalls = networks.firewalls();
    var openings = new Firewalls.Openings(port, Protocol.DEFAULT_PORT,
        System.getProperty("java.home", "") + "/bin/java");
    return addresses.stream()
        .limit(TRIED)
        .filter(address -> !networks.answers(address.text(), port))
        .findFirst()
        .map(address -> firewalls.closed(address.text() + ":" + port, openings))
        .orElseGet(() -> firewalls.on(openings));
  }

  /** Nobody finds it any more. */
  void end() {
    if (presence != null) {
      presence.close();
    }
  }
}
