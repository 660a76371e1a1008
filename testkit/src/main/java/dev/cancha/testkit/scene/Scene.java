package dev.cancha.testkit.scene;

import dev.cancha.client.GameClient;
import dev.cancha.client.Listener;
import dev.cancha.client.Login;
import dev.cancha.client.Network;
import dev.cancha.common.wire.Framing;
import dev.cancha.testkit.sim.SimProcess;
import dev.cancha.testkit.sim.SimRandom;
import dev.cancha.testkit.sim.SimServer;
import dev.cancha.testkit.sim.SimWorld;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A server, its clients and those who watch them, in one world. Owner: the world's thread. */
public final class Scene {
  private final Venue venue;
  private final SimRandom random;
  private final List<Framing> framings;
  private final Ears ears = new Ears();
  private final List<SimProcess> clients = new ArrayList<>();
  private final Set<String> down = new TreeSet<>();

  /** {@code random} is the workloads' own. */
  public Scene(Venue venue, SimRandom random) {
    this(venue, random, List.of(Framing.FRAMES, Framing.WEBSOCKET, Framing.FRAMES));
  }

  /** {@code framings}: what clients speak, in order of creation, over and over. */
  public Scene(Venue venue, SimRandom random, List<Framing> framings) {
    this.venue = venue;
    this.random = random;
    this.framings = List.copyOf(framings);
  }

  public SimWorld world() {
    return server().process().world();
  }

  /** Where the server runs. */
  public Venue venue() {
    return venue;
  }

  public SimServer server() {
    return venue.server();
  }

  public Ledger ledger() {
    return venue.ledger();
  }

  public SimRandom random() {
    return random;
  }

  public Ears ears() {
    return ears;
  }

  public Reached reached() {
    return venue.reached();
  }

  /** Every client process that ever was, in order of creation: what faults hit. */
  public List<SimProcess> clients() {
    return Collections.unmodifiableList(clients);
  }

  /** What the client that is created next is to speak. */
  public Framing framing() {
    return framings.get(clients.size() % framings.size());
  }

  /** A process of one loop on a machine of its own. */
  public SimProcess newClient(String name) {
    SimProcess client = world().process(name, 1);
    clients.add(client);
    return client;
  }

  /** Crashes a client that is to stay down until it is {@link #revived}; false where it does not run. */
  public boolean crash(SimProcess client, SimProcess.Crash how) {
    boolean runs = client.alive();
    if (runs) {
      down.add(client.name());
      client.crash(how);
      ears.ended(client);
    }
    return runs;
  }

  /** Whoever waits for {@code client} may start it again. */
  public void revived(SimProcess client) {
    down.remove(client.name());
  }

  /** Whether it has crashed and is to stay down. */
  public boolean isDown(SimProcess client) {
    return down.contains(client.name());
  }

  /** The process begins again after a crash, in its place among the {@link #clients}. */
  public SimProcess restarted(SimProcess crashed) {
    SimProcess again = crashed.restarted();
    clients.set(clients.indexOf(crashed), again);
    return again;
  }

  /** A production client on {@code process}, all of whose bytes are heard; it is not connected yet. */
  public GameClient client(SimProcess process, Framing framing, Login login, Listener listener) {
    Network plain = process.network();
    Network tapped = new Network(plain.loops(), ears.tapped(process, plain.channels()), plain.addresses(),
        plain.chance());
    return new GameClient(tapped, server().endpoint(framing), login, listener);
  }
}
