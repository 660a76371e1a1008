package dev.cancha.testkit.sim;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The network between the processes. Its conditions may change at any time, for connections that are open too. Owner:
 * the world's thread.
 */
public final class SimNet {
  private final SimWorld world;
  private final SortedMap<String, Host> hosts = new TreeMap<>();
  private final SortedMap<String, Host> hostsByAddress = new TreeMap<>();
  private final SortedMap<String, Link> links = new TreeMap<>();
  private final Set<SimConnection> connections = new LinkedHashSet<>();
  private LinkConditions conditions = LinkConditions.LAN;
  private long opened;

  SimNet(SimWorld world) {
    this.world = world;
  }

  // ------------------------------------------------------------------ conditions

  /** Those of every direction that has none of its own. */
  public LinkConditions conditions() {
    return conditions;
  }

  /** Sets the conditions of every direction that has none of its own. */
  public void conditions(LinkConditions everywhere) {
    conditions = everywhere;
    kick();
  }

  /** Sets the conditions of one direction; null: as everywhere. */
  public void conditions(SimProcess from, SimProcess to, @Nullable LinkConditions oneWay) {
    link(from.host(), to.host()).conditions(oneWay);
    kick();
  }

  /** Nothing gets from one to the other, nor back, for {@code time}; then what was held up arrives. */
  public void cut(SimProcess one, SimProcess other, Duration time) {
    block(one, other, world.nanoTime() + time.toNanos());
  }

  /** Nothing gets from one to the other, nor back, until {@link #heal}. */
  public void blackHole(SimProcess one, SimProcess other) {
    block(one, other, Link.FOREVER);
  }

  /** Nothing gets from {@code from} to {@code to} until {@link #heal}; the other direction works. */
  public void blackHoleOneWay(SimProcess from, SimProcess to) {
    link(from.host(), to.host()).block(Link.FOREVER);
  }

  /** A firewall refuses whoever calls {@code process}, or does so no longer. Connections that are open stay. */
  public void refuse(SimProcess process, boolean on) {
    process.host().refuse(on);
  }

  /** Ends all cuts, black holes, stalls and refusals, and sets the conditions everywhere to {@code healthy}. */
  public void heal(LinkConditions healthy) {
    conditions = healthy;
    for (Link link : links.values()) {
      link.conditions(null);
      link.block(0);
    }
    hosts.values().forEach(host -> host.refuse(false));
    List.copyOf(connections).forEach(SimConnection::heal);
  }

  private void block(SimProcess one, SimProcess other, long until) {
    link(one.host(), other.host()).block(until);
    link(other.host(), one.host()).block(until);
    kick();
  }

  // ------------------------------------------------------------------ connections

  /** Those that are open at an end at least, oldest first. */
  public List<SimConnection> connections() {
    return List.copyOf(connections);
  }

  /** Those between the two, whoever called, oldest first. */
  public List<SimConnection> connections(SimProcess one, SimProcess other) {
    return connections.stream().filter(open -> open.touches(one) && open.touches(other)).toList();
  }

  /** Those of {@code process}, oldest first. */
  public List<SimConnection> connections(SimProcess process) {
    return connections.stream().filter(open -> open.touches(process)).toList();
  }

  // ------------------------------------------------------------------ for the parts of the network

  SimWorld world() {
    return world;
  }

  Host host(String name) {
    return hosts.computeIfAbsent(name, added -> {
      Host host = new Host(world, added, hosts.size() + 1);
      hostsByAddress.put(host.address().getHostAddress(), host);
      return host;
    });
  }

  @Nullable
  Host hostAt(InetAddress address) {
    return hostsByAddress.get(address.getHostAddress());
  }

  /** Of a host's name, or of a literal address. */
  InetAddress address(String host) {
    Host named = hosts.get(host);
    return named == null ? InetAddress.ofLiteral(host) : named.address();
  }

  Link link(Host from, Host to) {
    return links.computeIfAbsent(from + ">" + to, key -> new Link(this, to));
  }

  /** Opens a connection and gives the caller's end. */
  SimSocket open(SimConnection.Ends ends, SimSocket.Addresses callers, SimRandom random) {
    Host client = ends.client().host();
    Host server = ends.server().host();
    Pipe toServer = new Pipe(world, link(client, server), random.fork("to"));
    Pipe toClient = new Pipe(world, link(server, client), random.fork("from"));
    toServer.join(toClient);
    toClient.join(toServer);
    SimConnection connection = new SimConnection(this, ++opened, ends, toServer, toClient);
    SimSocket caller = new SimSocket(connection, client, callers, toClient, toServer);
    SimSocket called = new SimSocket(connection, server,
        new SimSocket.Addresses(/* local= */ callers.remote(), /* remote= */ callers.local()), toServer,
        toClient);
    connection.ends(caller, called);
    connections.add(connection);
    caller.begun();
    toServer.begin();
    return caller;
  }

  void forget(SimConnection closed) {
    connections.remove(closed);
  }

  void kick() {
    connections.forEach(SimConnection::kick);
  }

  List<String> leftovers() {
    List<String> left = new ArrayList<>();
    connections.forEach(connection -> left.add("open: " + connection));
    hosts.values()
        .forEach(host -> host.listeners().keySet().forEach(port -> left.add(host + " listens on " + port)));
    return left;
  }
}
