package dev.cancha.testkit.sim;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A transport under test: real sockets, or simulated ones. */
interface Stand extends AutoCloseable {
  /** With loops and channels, without handlers. */
  ServerBootstrap servers();

  /** With loops and channels, without handlers. */
  Bootstrap clients();

  /** A local address to listen on, with port 0. */
  InetSocketAddress anyPort();

  /** Waits for it. */
  void until(BooleanSupplier done);

  /** Waits until all has happened that was under way. */
  void settle();

  /** A size that no window takes at once. */
  int manyBytes();

  /** The JDK's channels end the stream when they are closed while a selector has them, and reset afterwards. */
  default boolean endsTheStreamBeforeAReset() {
    return false;
  }

  /** Epoll tells of the end and of a reset also where nothing is read. */
  default boolean noticesTheEndUnasked() {
    return false;
  }

  @Override
  void close();

  /** A client and the channel that a server accepted for it, each with its record. */
  record Pair(Channel listening, Channel client, Recorder clientLog, Channel server, Recorder serverLog) {}

  default Pair pair() {
    return pair(servers -> {}, clients -> {});
  }

  default Pair pair(Consumer<ServerBootstrap> servers, Consumer<Bootstrap> clients) {
    Recorder serverLog = new Recorder();
    AtomicReference<Channel> accepted = new AtomicReference<>();
    ServerBootstrap server = servers().childHandler(recording(serverLog, accepted));
    servers.accept(server);
    Channel listening = done(server.bind(anyPort()));
    Recorder clientLog = new Recorder();
    Bootstrap client = clients().handler(clientLog);
    clients.accept(client);
    Channel connected = done(client.connect(listening.localAddress()));
    until(() -> serverLog.has("active"));
    return new Pair(listening, connected, clientLog, accepted.get(), serverLog);
  }

  private static ChannelHandler recording(Recorder log, AtomicReference<Channel> accepted) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        channel.pipeline().addLast(log);
        accepted.set(channel);
      }
    };
  }

  /** Waits for success, and gives the channel. */
  default Channel done(ChannelFuture future) {
    settled(future);
    if (!future.isSuccess()) {
      throw new AssertionError("failed", future.cause());
    }
    return future.channel();
  }

  /** Waits for success or failure. */
  default ChannelFuture settled(ChannelFuture future) {
    until(future::isDone);
    return future;
  }

  /** Puts {@code handler} in front; on the loop, since before its loop has seen it a handler is passed over. */
  default void addFirst(Channel channel, ChannelHandler handler) {
    Future<?> added = channel.eventLoop().submit(() -> channel.pipeline().addFirst(handler));
    until(added::isDone);
  }

  /** An address on which nobody listens. */
  default SocketAddress closedPort() {
    Channel shortLived = done(servers().childHandler(new Recorder()).bind(anyPort()));
    SocketAddress address = shortLived.localAddress();
    done(shortLived.close());
    return address;
  }

  static ByteBuf text(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
  }

  /** {@code count} bytes that tell their place. */
  static ByteBuf counted(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i ^ (i >> 8) ^ (i >> 16));
    }
    return Unpooled.wrappedBuffer(bytes);
  }
}
