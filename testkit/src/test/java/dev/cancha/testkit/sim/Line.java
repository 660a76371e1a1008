package dev.cancha.testkit.sim;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server that records, and one client of it, each on a process of a world. */
final class Line implements AutoCloseable {
  static final int PORT = 7777;

  final SimWorld world = new SimWorld(11);
  final SimProcess server = world.process("server", 1);
  final SimProcess client = world.process("client", 1);
  /** One for each connection that was accepted. */
  final List<Recorder> accepted = new ArrayList<>();
  final List<Channel> acceptedChannels = new ArrayList<>();
  final Recorder log = new Recorder();
  final Channel channel;

  Line() {
    listen(server);
    ChannelFuture connected = connect(log);
    world.runUntil(connected::isDone, Duration.ofSeconds(1));
    channel = connected.channel();
    world.runUntil(() -> accepted.size() == 1 && accepted.getFirst().has("active"), Duration.ofSeconds(1));
  }

  void listen(SimProcess process) {
    ChannelFuture bound = new ServerBootstrap().group(process.loops())
        .channelFactory(process.serverChannels())
        .childHandler(new ChannelInitializer<>() {
          @Override
          protected void initChannel(Channel child) {
            Recorder recorder = new Recorder();
            accepted.add(recorder);
            acceptedChannels.add(child);
            child.pipeline().addLast(recorder);
          }
        })
        .bind(new InetSocketAddress(process.address(), PORT));
    world.runUntil(bound::isDone, Duration.ofSeconds(1));
  }

  ChannelFuture connect(Recorder recorder) {
    return new Bootstrap().group(client.loops())
        .channelFactory(client.channels())
        .handler(recorder)
        .connect(new InetSocketAddress(server.address(), PORT));
  }

  /** The server's end of the first connection. */
  Recorder serverLog() {
    return accepted.getFirst();
  }

  Channel serverChannel() {
    return acceptedChannels.getFirst();
  }

  SimConnection connection() {
    return world.net().connections(client, server).getFirst();
  }

  void send(String text) {
    channel.writeAndFlush(Stand.text(text));
  }

  void answer(String text) {
    serverChannel().writeAndFlush(Stand.text(text));
  }

  void pass(Duration time) {
    world.advance(time);
  }

  @Override
  public void close() {
    world.close();
  }
}
