package dev.cancha.testkit.sim;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Channels of two processes in a world. */
final class SimStand implements Stand {
  private final SimWorld world = new SimWorld(42);
  private final SimProcess server = world.process("server", 2);
  private final SimProcess client = world.process("client", 2);

  SimStand(LinkConditions conditions) {
    world.net().conditions(conditions);
  }

  @Override
  public ServerBootstrap servers() {
    return new ServerBootstrap().group(server.loops()).channelFactory(server.serverChannels());
  }

  @Override
  public Bootstrap clients() {
    return new Bootstrap().group(client.loops()).channelFactory(client.channels());
  }

  @Override
  public InetSocketAddress anyPort() {
    return new InetSocketAddress(server.address(), 0);
  }

  @Override
  public void until(BooleanSupplier done) {
    world.runUntil(done, Duration.ofSeconds(10));
  }

  @Override
  public void settle() {
    world.advance(Duration.ofMillis(200));
  }

  @Override
  public int manyBytes() {
    return 5 * world.net().conditions().windowBytes() + 1;
  }

  SimWorld world() {
    return world;
  }

  /** Both processes end in good order, and nothing of them may be left. */
  @Override
  public void close() {
    server.loops().shutdownGracefully();
    client.loops().shutdownGracefully();
    world.advance(Duration.ofMinutes(30));
    try {
      if (!world.leftovers().isEmpty()) {
        throw new AssertionError(world.leftovers().toString());
      }
    } finally {
      world.close();
    }
  }
}
