package dev.cancha.testkit.sim;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection between two processes, for those who disturb it. While it is open no byte of it is lost and none
 * overtakes another: a cut holds them up, and only a reset loses them. Owner: the world's thread.
 */
public final class SimConnection {
  private final SimNet net;
  private final long number;
  private final SimProcess client;
  private final SimProcess server;
  private final Pipe toServer;
  private final Pipe toClient;
  private @Nullable SimSocket clientEnd;
  private @Nullable SimSocket serverEnd;

  SimConnection(SimNet net, long number, Ends ends, Pipe toServer, Pipe toClient) {
    this.net = net;
    this.number = number;
    this.client = ends.client();
    this.server = ends.server();
    this.toServer = toServer;
    this.toClient = toClient;
  }

  /** Who called, and who was called. */
  record Ends(SimProcess client, SimProcess server) {}

  /** Rises by 1 with each connection of the world, from 1. */
  public long number() {
    return number;
  }

  /** Who opened it. */
  public SimProcess client() {
    return client;
  }

  public SimProcess server() {
    return server;
  }

  /** Whether {@code process} is at one of its ends. */
  public boolean touches(SimProcess process) {
    return client == process || server == process;
  }

  /** Both ends hear of a reset, at once: as from a router that has lost its memory. */
  public void reset() {
    clientEnd().fail("Connection reset by peer");
    serverEnd().fail("Connection reset by peer");
  }

  /** One end hears of a reset, the other one of nothing: it finds out when it sends, or by silence. */
  public void halfOpen(SimProcess knows) {
    (knows == client ? clientEnd() : serverEnd()).fail("Connection reset by peer");
  }

  /** Holds up everything, in both directions, for {@code time}. */
  public void stall(Duration time) {
    block(net.world().nanoTime() + time.toNanos());
  }

  /** Holds up everything until {@link #heal}; a kernel that has bytes to send gives up after 15 minutes. */
  public void blackHole() {
    block(Link.FOREVER);
  }

  /** Holds up what goes to one of the two. */
  public void stallTo(SimProcess receiver, Duration time) {
    Pipe pipe = receiver == client ? toClient : toServer;
    pipe.block(net.world().nanoTime() + time.toNanos());
    pipe.kick();
  }

  /** Ends a stall or a black hole of this connection. */
  public void heal() {
    block(0);
  }

  private void block(long until) {
    toServer.block(until);
    toClient.block(until);
    kick();
  }

  /** Whether the ends can still talk, or at least one of them thinks so. */
  public boolean open() {
    return clientEnd().open() || serverEnd().open();
  }

  /** Whether the handshake has ended for the one who was called; until then only its kernel knows of the caller. */
  public boolean begun() {
    return serverEnd().hasBegun();
  }

  void ends(SimSocket callers, SimSocket called) {
    clientEnd = callers;
    serverEnd = called;
  }

  /** Whether {@code end} is that of the one who was called. */
  boolean called(SimSocket end) {
    return end == serverEnd;
  }

  /** How the trace names what {@code end} receives. */
  long traced(SimSocket end) {
    return end == clientEnd ? -number : number;
  }

  void kick() {
    toServer.kick();
    toClient.kick();
  }

  void endClosed() {
    if (clientEnd().closed() && serverEnd().closed()) {
      net.forget(this);
    }
  }

  private SimSocket clientEnd() {
    return Objects.requireNonNull(clientEnd, "a connection has both ends from the start");
  }

  private SimSocket serverEnd() {
    return Objects.requireNonNull(serverEnd, "a connection has both ends from the start");
  }

  @Override
  public String toString() {
    return "connection " + number + " from " + client + " to " + server;
  }
}
